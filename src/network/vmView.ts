/**
 * A VM with its NICs: what the template wants joined with what the running instance has. The
 * NAD of a NIC is looked up in the VM's own namespace unless the name says another one; there is
 * no fallback to `default` (kubevirt pkg/network/multus/nad.go; domain reference A.7, B.2).
 *
 * A cluster has tens of thousands of these, so the lists of a VM, which are short, are walked
 * instead of indexed.
 */
import type {
  NetworkSpec,
  NicSpec,
  VmNetworking,
  VmRecord,
  VmiInterfaceStatus,
  VmiRecord,
} from '../cluster/vmRecord';
import type { VmView, VnicView } from './networkGraph';

const named = <T extends { readonly name: string }>(
  list: readonly T[],
  name: string,
): T | undefined => {
  for (const item of list) if (item.name === name) return item;
  return undefined;
};

const NO_NICS: readonly NicSpec[] = [];
const NO_NETWORKS: readonly NetworkSpec[] = [];
const NO_STATUS: readonly VmiInterfaceStatus[] = [];

const nicsOf = (of: VmNetworking | undefined): readonly NicSpec[] => of?.interfaces ?? NO_NICS;

const networksOf = (of: VmNetworking | undefined): readonly NetworkSpec[] =>
  of?.networks ?? NO_NETWORKS;

const nadKeyOf = (network: NetworkSpec | undefined): string | undefined =>
  network?.source.type === 'multus' ? network.source.nadKey : undefined;

class JoinedVnic implements VnicView {
  readonly nic: NicSpec | undefined;
  readonly network: NetworkSpec | undefined;
  readonly instanceNic: NicSpec | undefined;
  readonly instanceNetwork: NetworkSpec | undefined;
  readonly status: VmiInterfaceStatus | undefined;
  readonly nadKey: string | undefined;
  readonly instanceNadKey: string | undefined;

  constructor(
    private readonly owner: VmView,
    readonly name: string,
  ) {
    const { vm, vmi } = owner;
    this.instanceNic = named(nicsOf(vmi?.networking), name);
    this.instanceNetwork = named(networksOf(vmi?.networking), name);
    this.nic = named(nicsOf(vm?.networking), name) ?? this.instanceNic;
    this.network = named(networksOf(vm?.networking), name) ?? this.instanceNetwork;
    this.status = named(vmi?.interfaces ?? NO_STATUS, name);
    this.nadKey = nadKeyOf(this.network);
    const instanceNadKey = nadKeyOf(this.instanceNetwork);
    this.instanceNadKey = instanceNadKey === this.nadKey ? undefined : instanceNadKey;
  }

  get key(): string {
    return `${this.owner.key}/${this.name}`;
  }

  get id(): string {
    return `vnic/${this.key}`;
  }

  get namespace(): string {
    return this.owner.namespace;
  }

  get vmName(): string {
    return this.owner.name;
  }

  get vm(): VmRecord | undefined {
    return this.owner.vm;
  }

  get vmi(): VmiRecord | undefined {
    return this.owner.vmi;
  }
}

/** NICs in the template's order, then those that only the instance has; each name once. */
const vnicsOf = (owner: VmView): readonly VnicView[] => {
  const vnics: VnicView[] = [];
  for (const record of [owner.vm, owner.vmi]) {
    for (const { name } of nicsOf(record?.networking)) {
      if (name !== '' && named(vnics, name) === undefined) vnics.push(new JoinedVnic(owner, name));
    }
  }
  return vnics;
};

const NO_NODES: readonly string[] = [];

const nodesOf = (vmi: VmiRecord | undefined, node: string): readonly string[] => {
  const migration = vmi?.migration;
  const target = migration?.completed === false && !migration.failed ? migration.targetNode : '';
  if (target !== '' && target !== node) return node === '' ? [target] : [node, target];
  return node === '' ? NO_NODES : [node];
};

const isOver = (vmi: VmiRecord): boolean => vmi.phase === 'Succeeded' || vmi.phase === 'Failed';

class LazyVmView implements VmView {
  readonly namespace: string;
  readonly name: string;
  readonly node: string;
  readonly nodes: readonly string[];
  private joined?: readonly VnicView[];

  constructor(
    readonly key: string,
    readonly vm: VmRecord | undefined,
    readonly vmi: VmiRecord | undefined,
  ) {
    const meta = (vm ?? vmi)?.meta;
    this.namespace = meta?.namespace ?? '';
    this.name = meta?.name ?? '';
    this.node = vmi === undefined || isOver(vmi) ? '' : vmi.node;
    this.nodes = nodesOf(vmi, this.node);
  }

  get id(): string {
    return `vm/${this.key}`;
  }

  get vnics(): readonly VnicView[] {
    this.joined ??= vnicsOf(this);
    return this.joined;
  }
}

/**
 * Joins a VM and its instance; at least one of the two is given. `key` is `namespace/name`. The
 * NICs are joined when first asked for.
 */
export const vmViewOf = (
  key: string,
  vm: VmRecord | undefined,
  vmi: VmiRecord | undefined,
): VmView => new LazyVmView(key, vm, vmi);

const addNadKeys = (of: VmNetworking | undefined, keys: string[]): void => {
  for (const { source } of networksOf(of)) {
    if (source.type === 'multus' && !keys.includes(source.nadKey)) keys.push(source.nadKey);
  }
};

/** NADs `ns/name` that template or instance refer to, each once. */
export const nadKeysOf = (view: VmView): readonly string[] => {
  const keys: string[] = [];
  addNadKeys(view.vm?.networking, keys);
  addNadKeys(view.vmi?.networking, keys);
  return keys;
};
