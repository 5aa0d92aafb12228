/** What every operator works with: the client, one shared local copy per resource, and the delays. */
import type { KubeClient } from './client';
import { Informer } from './informer';
import type { Migration, Pod, VirtualMachine, Vmi } from './kubevirt/vmTypes';
import type { Enactment, NodeNetworkState, NodeObject, Policy } from './nmstateTypes';
import type { OperatorDelays } from './operatorDelays';
import type { Cudn, Nad, NamespaceObject, Udn } from './ovn/ovnTypes';
import {
  CUDNS,
  ENACTMENTS,
  INSTANCES,
  MACHINES,
  MIGRATIONS,
  NADS,
  NAMESPACES,
  NODES,
  NODE_STATES,
  PODS,
  POLICIES,
  UDNS,
} from './resources';
import { WorkQueue } from './workQueue';

export function createInformers(client: KubeClient, report: (message: string) => void) {
  return {
    nodes: new Informer<NodeObject>(client, NODES, report),
    namespaces: new Informer<NamespaceObject>(client, NAMESPACES, report),
    pods: new Informer<Pod>(client, PODS, report),
    policies: new Informer<Policy>(client, POLICIES, report),
    enactments: new Informer<Enactment>(client, ENACTMENTS, report),
    nodeStates: new Informer<NodeNetworkState>(client, NODE_STATES, report),
    nads: new Informer<Nad>(client, NADS, report),
    cudns: new Informer<Cudn>(client, CUDNS, report),
    udns: new Informer<Udn>(client, UDNS, report),
    machines: new Informer<VirtualMachine>(client, MACHINES, report),
    instances: new Informer<Vmi>(client, INSTANCES, report),
    migrations: new Informer<Migration>(client, MIGRATIONS, report),
  };
}

export type Informers = ReturnType<typeof createInformers>;

export interface OperatorContext {
  client: KubeClient;
  informers: Informers;
  delays: OperatorDelays;
  report: (message: string) => void;
  /** Long-running work that `stop` waits for. */
  background: Set<Promise<unknown>>;
}

export function createQueue(
  context: OperatorContext,
  name: string,
  reconcile: (key: string) => Promise<void>,
): WorkQueue {
  const { client, report } = context;
  const queue = new WorkQueue(reconcile, { name, signal: client.signal, report });
  return queue;
}

/** Lets work run beside the queues; a failure is reported unless the operators are stopping. */
export function inBackground(context: OperatorContext, name: string, work: Promise<unknown>): void {
  const guarded = work
    .catch((error: unknown) => {
      if (!context.client.signal.aborted) context.report(`${name}: ${String(error)}`);
    })
    .finally(() => context.background.delete(guarded));
  context.background.add(guarded);
}
