/**
 * What the page "Import port groups" asks for: many networks of one kind over one bridge. Each of them
 * is an attachment without VMs, so that the flows plan it and the guards answer for it.
 */
import { BR_EX } from '../../cluster/ovnNames';
import type { AttachIntent, FlowId } from '../attachIntent';

/** A network that a port group becomes. */
export interface WantedNetwork {
  /** Line of the file. */
  readonly line: number;
  /** A valid object name. */
  readonly name: string;
  readonly vlan: number;
  /** '' when there is none. */
  readonly description: string;
}

export interface ImportTarget {
  /** One ClusterUserDefinedNetwork each, or NADs in every chosen project. */
  readonly kind: 'cudn' | 'nads';
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly bridge: string;
  /** A localnet that every node maps to the bridge; undefined lets the planner map one. */
  readonly localnet?: string;
  readonly projects: readonly string[];
}

export interface ImportIntent extends ImportTarget {
  readonly jobId: string;
  readonly networks: readonly WantedNetwork[];
}

/** NADs over br-ex are D.3, over another bridge D.1 (domain reference, part D). */
const flowOfImport = ({ kind, bridge }: ImportTarget): FlowId => {
  if (kind === 'cudn') return 'cudnLocalnet';
  return bridge === BR_EX ? 'sharedNative' : 'dedicatedNic';
};

export const attachIntentOf = (
  jobId: string,
  target: ImportTarget,
  { name, vlan }: Pick<WantedNetwork, 'name' | 'vlan'>,
): AttachIntent => ({
  jobId,
  flow: flowOfImport(target),
  nodeSelector: target.nodeSelector,
  uplink: {
    type: 'existingBridge',
    bridge: target.bridge,
    ...(target.localnet === undefined ? {} : { localnet: target.localnet }),
  },
  vlan,
  addressing: { type: 'outside' },
  networkName: name,
  projects: target.projects,
  vms: [],
});
