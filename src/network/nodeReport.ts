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
  readonly wantedMappings: readonly string[];
  readonly bridgeNodes: readonly string[];
  readonly liveNodes: readonly string[];
  readonly machineNetworks: readonly string[];
  readonly claims: readonly PortClaim[];
}

/** Adds a name that is not there yet; the lists are short. */
const addOnce = (names: string[], name: string): void => {
  if (!names.includes(name)) names.push(name);
};

const bridgeNames = (view: NodeView): readonly string[] => {
  const names: string[] = [];
  for (const { type, name } of view.state?.interfaces ?? []) {
    if (type === 'ovs-bridge' || type === 'linux-bridge') addOnce(names, name);
  }
  return names;
};

const wantedLocalnets = (view: NodeView): readonly string[] => {
  const names: string[] = [];
  for (const { desired } of view.policies) {
    for (const { localnet, state } of desired.mappings) {
      if (state === 'present') addOnce(names, localnet);
    }
  }
  return names;
};

const NO_MAPPINGS: ReadonlyMap<string, string> = new Map();

/** The report of one node. */
export const nodeReportOf = (view: NodeView): NodeReport => ({
  isSilent: view.mappings === undefined,
  mappings: view.mappings ?? NO_MAPPINGS,
  wantedMappings: wantedLocalnets(view),
  bridgeNodes: bridgeNames(view),
  liveNodes: liveOvnNames(view),
  machineNetworks: machineNetworksOf(view),
  claims: claimsOf(view),
});
