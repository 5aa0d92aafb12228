/**
 * Lets something happen to a node, by what the cluster's API would show of it afterwards. A pulled
 * cable leaves `state: up` and takes the speed and the neighbours away (domain reference A.3.3); a
 * restart is a node that is not ready for a while, whose instances are gone and started anew by their
 * VMs.
 */
import { badRequest } from '../api-server/http/ApiError';
import { recordAt } from '../api-server/json';
import { createRandom } from '../createRandom';
import type { KubeClient } from '../operators/client';
import { keyOf } from '../operators/client';
import { timestamp } from '../operators/clock';
import type { Vmi } from '../operators/kubevirt/vmTypes';
import { FAIL_APPLY } from '../operators/nodeFacts';
import type {
  CurrentState,
  NmInterface,
  NodeNetworkState,
  NodeObject,
} from '../operators/nmstateTypes';
import { INSTANCES, NODE_STATES, NODES } from '../operators/resources';
import { sleep } from '../operators/sleep';
import { updateNodeState } from '../operators/updateNodeState';
import type { NodeFault } from './nodeFault';

const WORKER = 'node-role.kubernetes.io/worker';

async function chooseNode(client: KubeClient, { node, seed }: NodeFault): Promise<string> {
  const { items } = await client.list<NodeObject>(NODES);
  const names = items.map(({ metadata }) => metadata.name);
  if (node !== undefined) {
    if (names.includes(node)) return node;
    throw badRequest(`there is no node "${node}"`);
  }
  const workers = items.filter(({ metadata }) => metadata.labels?.[WORKER] !== undefined);
  const chosen = workers[createRandom(seed).below(workers.length)];
  if (chosen === undefined) throw badRequest('the cluster has no worker');
  return chosen.metadata.name;
}

function withInterfaces(
  state: CurrentState,
  edit: (iface: NmInterface) => NmInterface,
): CurrentState {
  return { ...state, interfaces: state.interfaces.map(edit) };
}

async function pullNic(client: KubeClient, node: string, nic: string): Promise<void> {
  const stored = await client.find<NodeNetworkState>(NODE_STATES, { name: node });
  const interfaces = stored?.status?.currentState?.interfaces ?? [];
  if (!interfaces.some(({ name, type }) => name === nic && type === 'ethernet')) {
    const known = interfaces.filter(({ type }) => type === 'ethernet').map(({ name }) => name);
    throw badRequest(`node "${node}" has no NIC "${nic}"; it has: ${known.join(', ')}`);
  }
  await updateNodeState(client, node, (state) =>
    withInterfaces(state, (iface) => {
      if (iface.name !== nic || iface.type !== 'ethernet') return iface;
      const { speed: _speed, duplex: _duplex, ...ethernet } = recordAt(iface, 'ethernet');
      const lldp = iface.lldp === undefined ? {} : { lldp: { ...iface.lldp, neighbors: [] } };
      return { ...iface, ethernet, ...lldp };
    }),
  );
}

function takeLldpAway(client: KubeClient, node: string): Promise<void> {
  return updateNodeState(client, node, (state) =>
    withInterfaces(state, (iface) =>
      iface.lldp === undefined ? iface : { ...iface, lldp: { enabled: false } },
    ),
  );
}

function setReady(client: KubeClient, node: string, status: 'True' | 'Unknown'): Promise<unknown> {
  const ready = {
    type: 'Ready',
    status,
    reason: status === 'True' ? 'KubeletReady' : 'NodeStatusUnknown',
    message:
      status === 'True'
        ? 'kubelet is posting ready status'
        : 'Kubelet stopped posting node status.',
    lastTransitionTime: timestamp(),
  };
  return client.updateStatus<NodeObject>(NODES, { name: node }, (stored) => ({
    ...stored,
    status: {
      ...stored.status,
      conditions: [
        ...(stored.status?.conditions ?? []).filter(({ type }) => type !== 'Ready'),
        ready,
      ],
    },
  }));
}

async function restart(
  client: KubeClient,
  node: string,
  downMs: number,
  signal: AbortSignal,
): Promise<void> {
  await setReady(client, node, 'Unknown');
  const { items } = await client.list<Vmi>(INSTANCES);
  for (const vmi of items) {
    if (vmi.status?.nodeName === node) await client.remove(INSTANCES, keyOf(vmi));
  }
  await sleep(downMs, signal);
  await setReady(client, node, 'True');
}

const annotate = (client: KubeClient, node: string, message: string | null): Promise<unknown> =>
  client.patchMerge(
    NODES,
    { name: node },
    { metadata: { annotations: { [FAIL_APPLY]: message } } },
  );

/**
 * Does it; a restart goes on after the answer.
 * @param signal ends a restart under way
 * @returns which node it happened to
 * @throws ApiError 400 for a node or NIC that is not there
 */
export async function applyNodeFault(
  client: KubeClient,
  fault: NodeFault,
  signal: AbortSignal,
): Promise<{ readonly node: string }> {
  const node = await chooseNode(client, fault);
  switch (fault.fault) {
    case 'fail-apply':
      await annotate(client, node, fault.message);
      break;
    case 'mend-apply':
      await annotate(client, node, null);
      break;
    case 'pull-nic':
      await pullNic(client, node, fault.nic ?? '');
      break;
    case 'lldp-off':
      await takeLldpAway(client, node);
      break;
    case 'restart':
      restart(client, node, fault.downMs, signal).catch((error: unknown) => {
        if (!signal.aborted) console.error(`Restarting ${node} failed:`, error);
      });
      break;
  }
  return { node };
}
