/**
 * What one node adds to the indexes over all nodes. The indexes are made of these reports, and
 * when a node changes they are mended by the difference of two reports.
 * Source: domain reference A.3, B.1, E.1.
 */
import { liveOvnNames } from './liveNetworks';
import { machineNetworksOf } from './machineNetworks';
import type { NodeView } from './networkGraph';
import { claimsOf } from './portClaims';
import type { PortClaim } from './portClaims';

export interface NodeReport {
  /** Its bridge mappings are not known. */
  readonly isSilent: boolean;
  /** Localnet -> bridge. */
  readonly mappings: ReadonlyMap<string, string>;
  /** Localnets that its policies ask for. */
  readonly wantedMappings: ReadonlySet<string>;
  readonly bridgeNodes: ReadonlySet<string>;
  readonly liveNodes: ReadonlySet<string>;
  readonly machineNetworks: ReadonlySet<string>;
  readonly claims: readonly PortClaim[];
}

const bridgeNames = (view: NodeView): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { type, name } of view.state?.interfaces ?? []) {
    if (type === 'ovs-bridge' || type === 'linux-bridge') names.add(name);
  }
  return names;
};

const wantedLocalnets = (view: NodeView): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { desired } of view.policies) {
    for (const { localnet, state } of desired.mappings) {
      if (state === 'present') names.add(localnet);
    }
  }
  return names;
};

/** The report of one node. */
export const nodeReportOf = (view: NodeView): NodeReport => ({
  isSilent: view.mappings === undefined,
  mappings: view.mappings ?? new Map<string, string>(),
  wantedMappings: wantedLocalnets(view),
  bridgeNodes: bridgeNames(view),
  liveNodes: new Set(liveOvnNames(view)),
  machineNetworks: new Set(machineNetworksOf(view)),
  claims: claimsOf(view),
});
