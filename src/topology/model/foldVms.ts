/**
 * VMs of like connections as one: same namespace (below level 2), same networks, same health. Ten
 * per network and namespace is the number up to which single VMs can still be told apart at a glance.
 */
import type { Entity } from '../../network/model';
import { pushTo } from '../../network/multiMap';
import { walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import { vmOfVnic } from '../../network/parts';
import type { FoldContext, Fold } from './foldEntities';
import type { Health } from './picture';
import { healthOf, worseHealth } from './health';

const VM_FOLD_LIMIT = 10;

/** One VM or a fold of VMs, with its NICs in rows. */
export interface VmGroup {
  readonly id: string;
  readonly vms: readonly Entity[];
  /** '' when the VMs are of several namespaces. */
  readonly namespace: string;
  readonly health: Health;
  /** NICs row by row; a row of a fold holds the NIC of each VM on the same network. */
  readonly rows: readonly (readonly Entity[])[];
  /** The fold that was opened, which this VM is one of. */
  readonly opened?: string;
}

interface VmShape {
  readonly vm: Entity;
  readonly nics: readonly Entity[];
  /** What each NIC is attached to, in the order of `nics`. */
  readonly links: readonly string[];
  readonly health: Health;
}

/** NIC -> the element it is attached to; several of them sorted and joined. */
type Links = ReadonlyMap<string, string>;

/** One walk past all edges, because to ask for those of each NIC takes several times as long. */
function* linksOf({ graph }: FoldContext, fold: Fold): Steps<Links> {
  const links = new Map<string, string>();
  // Mostly a NIC is attached to one; here are the others.
  const more = new Map<string, string[]>();
  yield* walkInSteps(graph.eachEdge(), ({ source, target }) => {
    const element = target.startsWith('vnic/') ? fold.get(source) : undefined;
    if (element === undefined) return;
    const known = links.get(target);
    if (known === undefined) links.set(target, element);
    else if (known !== element) pushTo(more, target, element);
  });
  for (const [nic, others] of more) {
    links.set(nic, [...new Set([links.get(nic) ?? '', ...others])].sort().join('+'));
  }
  return links;
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const shapeOf = (
  context: FoldContext,
  links: Links,
  vm: Entity,
  nics: readonly Entity[],
): VmShape => {
  const linked = nics
    .map((nic) => ({ nic, link: links.get(nic.id) ?? '' }))
    .sort((one, other) => byText(one.link, other.link) || byText(one.nic.id, other.nic.id));
  const health = nics.reduce(
    (worst, nic) => worseHealth(worst, healthOf(nic, context.findings)),
    healthOf(vm, context.findings),
  );
  return {
    vm,
    nics: linked.map(({ nic }) => nic),
    links: linked.map(({ link }) => link),
    health,
  };
};

/** By the key of the VM. */
function* nicsByVm({ byKind }: FoldContext): Steps<ReadonlyMap<string, readonly Entity[]>> {
  const result = new Map<string, Entity[]>();
  yield* walkInSteps(byKind.get('vnic') ?? [], (nic) => pushTo(result, vmOfVnic(nic.id), nic));
  return result;
}

const single = ({ vm, nics, health }: VmShape): VmGroup => ({
  id: vm.id,
  vms: [vm],
  namespace: vm.namespace ?? '',
  health,
  rows: nics.map((nic) => [nic]),
});

const folded = (id: string, shapes: readonly VmShape[]): VmGroup => {
  const [first] = shapes;
  const namespaces = new Set(shapes.map(({ vm }) => vm.namespace));
  return {
    id,
    vms: shapes.map(({ vm }) => vm),
    namespace: namespaces.size === 1 ? (first?.vm.namespace ?? '') : '',
    health: first?.health ?? 'ok',
    rows: (first?.nics ?? []).map((_, row) => shapes.flatMap(({ nics }) => nics[row] ?? [])),
  };
};

/**
 * Groups the VMs of the picture, piece by piece. O(number of VM NICs, and of edges).
 * @param fold elements of everything that VMs are attached to
 * @param kept VMs that stay single
 */
export function* vmSteps(
  context: FoldContext,
  fold: Fold,
  kept: ReadonlySet<string>,
): Steps<readonly VmGroup[]> {
  const nics = yield* nicsByVm(context);
  const links = yield* linksOf(context, fold);
  const groups = new Map<string, VmShape[]>();
  yield* walkInSteps(context.byKind.get('vm') ?? [], (vm) => {
    const shape = shapeOf(context, links, vm, nics.get(vm.id.slice('vm/'.length)) ?? []);
    const namespace = context.level < 2 ? (vm.namespace ?? '') : '';
    pushTo(groups, `vms@${namespace}|${shape.links.join('&')}|${shape.health}`, shape);
  });
  const limit = context.level === 0 ? VM_FOLD_LIMIT : 1;
  const result: VmGroup[] = [];
  for (const [key, shapes] of groups) {
    yield;
    const alone = context.expanded.has(key) ? shapes : shapes.filter(({ vm }) => kept.has(vm.id));
    const together = context.expanded.has(key) ? [] : shapes.filter(({ vm }) => !kept.has(vm.id));
    // The limit looks at the whole group, so that selecting one VM does not unfold the others.
    if (shapes.length > limit && together.length > 1) {
      result.push(folded(key, together), ...alone.map(single));
    } else {
      const opened = context.expanded.has(key) ? { opened: key } : {};
      result.push(...shapes.map((shape) => ({ ...single(shape), ...opened })));
    }
  }
  return result;
}
