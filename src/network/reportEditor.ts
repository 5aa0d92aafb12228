/**
 * Keeps the indexes over node reports: takes a report in, takes one out, or replaces one by
 * another and touches only what differs. Used to make the indexes and to bring them forward.
 */
import { jsonEqual } from '../cluster/jsonEqual';
import type { NameIndex, ReportFacts } from './graphFacts';
import { ListIndexEditor } from './listIndexEditor';
import { NestedEditor } from './nestedEditor';
import { nodeReportOf } from './nodeReport';
import type { NodeReport } from './nodeReport';
import type { NodeView } from './networkGraph';
import { claimKey } from './portClaims';
import type { PortClaim } from './portClaims';

const NO_NODES: ReadonlySet<string> = new Set();

const NOTHING: NodeReport = {
  isSilent: false,
  mappings: new Map(),
  wantedMappings: [],
  bridgeNodes: [],
  liveNodes: [],
  machineNetworks: [],
  claims: [],
};

const itself = (name: string): string => name;

const namesFrom = (base: NameIndex | undefined): ListIndexEditor<string> =>
  new ListIndexEditor(base ?? new Map<string, readonly string[]>(), itself);

/** Claims of one node: what differs is the port or what is heard from it. */
const sameClaims = (a: readonly PortClaim[], b: readonly PortClaim[]): boolean =>
  a.length === b.length &&
  a.every((claim, at) => claim.nic === b[at]?.nic && jsonEqual(claim.neighbor, b[at].neighbor));

export class ReportEditor {
  readonly mappings: NestedEditor<string>;
  readonly wantedMappings: ListIndexEditor<string>;
  readonly bridgeNodes: ListIndexEditor<string>;
  readonly liveNodes: ListIndexEditor<string>;
  readonly machineNetworks: ListIndexEditor<string>;
  readonly portClaims: ListIndexEditor<PortClaim>;
  readonly portsOfSwitch: ListIndexEditor<string>;
  private silent?: Set<string>;

  constructor(private readonly base?: ReportFacts) {
    this.mappings = new NestedEditor(base?.mappings);
    this.wantedMappings = namesFrom(base?.wantedMappings);
    this.bridgeNodes = namesFrom(base?.bridgeNodes);
    this.liveNodes = namesFrom(base?.liveNodes);
    this.machineNetworks = namesFrom(base?.machineNetworks);
    this.portClaims = new ListIndexEditor(base?.portClaims ?? new Map(), claimKey);
    this.portsOfSwitch = namesFrom(base?.portsOfSwitch);
  }

  /** Replaces what a node reported; either view may be missing. */
  replace(node: string, before: NodeView | undefined, after: NodeView | undefined): void {
    const old = before === undefined ? NOTHING : nodeReportOf(before);
    const now = after === undefined ? NOTHING : nodeReportOf(after);
    for (const localnet of old.mappings.keys()) {
      if (!now.mappings.has(localnet)) this.mappings.delete(localnet, node);
    }
    for (const [localnet, bridge] of now.mappings) {
      if (old.mappings.get(localnet) !== bridge) this.mappings.set(localnet, node, bridge);
    }
    replaceNames(this.wantedMappings, node, old.wantedMappings, now.wantedMappings);
    replaceNames(this.bridgeNodes, node, old.bridgeNodes, now.bridgeNodes);
    replaceNames(this.liveNodes, node, old.liveNodes, now.liveNodes);
    replaceNames(this.machineNetworks, node, old.machineNetworks, now.machineNetworks);
    if (before === undefined || !sameClaims(old.claims, now.claims)) {
      this.replaceClaims(old.claims, now.claims);
    }
    if (old.isSilent !== now.isSilent) this.markSilent(node, now.isSilent);
  }

  /** The indexes with all edits. */
  finish(): ReportFacts {
    return {
      mappings: this.mappings.finish(),
      wantedMappings: this.wantedMappings.finish(),
      bridgeNodes: this.bridgeNodes.finish(),
      liveNodes: this.liveNodes.finish(),
      machineNetworks: this.machineNetworks.finish(),
      portClaims: this.portClaims.finish(),
      portsOfSwitch: this.portsOfSwitch.finish(),
      silentNodes: this.silent ?? this.base?.silentNodes ?? NO_NODES,
    };
  }

  private replaceClaims(old: readonly PortClaim[], now: readonly PortClaim[]): void {
    for (const claim of old) this.portClaims.remove(claim.portId, claim);
    for (const claim of now) {
      this.portClaims.add(claim.portId, claim);
      this.portsOfSwitch.addOnce(claim.switchId, claim.portId);
    }
    for (const { portId, switchId } of old) {
      if (this.portClaims.at(portId).length === 0) this.portsOfSwitch.remove(switchId, portId);
    }
  }

  private markSilent(node: string, isSilent: boolean): void {
    this.silent ??= new Set(this.base?.silentNodes);
    if (isSilent) this.silent.add(node);
    else this.silent.delete(node);
  }
}

const replaceNames = (
  index: ListIndexEditor<string>,
  node: string,
  old: readonly string[],
  now: readonly string[],
): void => {
  for (const key of old) if (!now.includes(key)) index.remove(key, node);
  for (const key of now) if (!old.includes(key)) index.add(key, node);
};
