/**
 * 120 nodes of one shape of which three differ from it: on one the mapping is gone, on one the
 * uplink left the bridge, on one the uplink has another MTU. Their enactments still say Available.
 */
import type { KubeObject } from '../api-server/kubeObject';
import { applyDesiredState } from '../operators/nmstate/applyDesiredState';
import type { DesiredState, NodeNetworkState } from '../operators/nmstateTypes';
import { plumbNode } from '../operators/ovn/plumbNode';
import { buildMachine } from './buildMachine';
import { plainNodes } from './plainNodes';
import { readDocuments } from './readDocuments';
import type { ScenarioSource } from './scenario';
import { settleCluster } from './settleCluster';

const WORKER_COUNT = 117;

/** What somebody did by hand, by node. */
const changes: Readonly<Record<string, DesiredState>> = {
  'worker-17': { ovn: { 'bridge-mappings': [{ localnet: 'vlan-1924', state: 'absent' }] } },
  'worker-58': {
    interfaces: [
      {
        name: 'br-vmdata',
        type: 'ovs-bridge',
        state: 'up',
        bridge: { 'allow-extra-patch-ports': true, port: [{ name: 'br-vmdata' }] },
      },
    ],
  },
  'worker-96': { interfaces: [{ name: 'ens224', type: 'ethernet', state: 'up', mtu: 1400 }] },
};

function drifted(object: KubeObject): KubeObject {
  const { name } = object.metadata;
  const change = object.kind === 'NodeNetworkState' ? changes[name] : undefined;
  if (!change) return object;
  const state = object as NodeNetworkState;
  const current = state.status?.currentState;
  const result = current && applyDesiredState(current, change, { node: name });
  if (!result?.ok) return object;
  // Where the mapping is gone OVN has taken the patch ports down.
  const keepsMapping = change.ovn === undefined;
  const currentState = keepsMapping
    ? result.state
    : plumbNode(result.state, { localnets: [], bridges: [] });
  return { ...state, status: { ...state.status, currentState } };
}

async function load(): Promise<{ objects: KubeObject[] }> {
  const nodes = plainNodes({ nics: ['ens192', 'ens224'], vlans: [1924], count: WORKER_COUNT });
  const machines = Array.from({ length: WORKER_COUNT }, (_unused, index) =>
    buildMachine('fleet', `vm-${String(index).padStart(3, '0')}`, [
      { name: 'default' },
      { name: 'net1', networkName: 'vlan-1924' },
    ]),
  );
  const keys = machines.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  const objects = settleCluster({
    nodes,
    documents: [...(await readDocuments('drift/cluster.yaml')), ...machines],
    machineNetwork: { prefix: 20, gateway: '192.168.0.1' },
    placement: Object.fromEntries(keys.map((key, index) => [key, `worker-${index}`])),
    addresses: Object.fromEntries(
      keys.map((key, index) => [`${key}/net1`, `192.168.24.${index + 10}`]),
    ),
  });
  return { objects: objects.map(drifted) };
}

export const driftScenario: ScenarioSource = {
  name: 'drift',
  description: '120 nodes of one shape, three of them changed by hand',
  load,
};
