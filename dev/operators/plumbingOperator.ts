/**
 * What ovn-controller and the bridge CNI do on a node for the VMs there: localnet patch ports and
 * veths appear in the NodeNetworkState while a VM needs them and go with the last one.
 * Source: ovn controller/patch.c; containernetworking plugins/main/bridge.
 */
import { jsonEqual } from './jsonEqual';
import type { Vmi } from './kubevirt/vmTypes';
import { localAttachments } from './localAttachments';
import type { OperatorContext } from './operatorContext';
import { createQueue } from './operatorContext';
import { plumbNode } from './ovn/plumbNode';
import { updateNodeState } from './updateNodeState';
import type { WorkQueue } from './workQueue';

/** Nodes on which an instance is plumbed: its own, and the target while it migrates. */
function nodesOf(vmi: Vmi | undefined): string[] {
  const { phase, nodeName, migrationState } = vmi?.status ?? {};
  if (phase !== 'Running' || nodeName === undefined) return [];
  const isMigrating = migrationState && !migrationState.completed && !migrationState.failed;
  const target = isMigrating ? migrationState.targetNode : undefined;
  return target === undefined || target === nodeName ? [nodeName] : [nodeName, target];
}

/** On the source only what is attached by now counts; the target gets what the spec asks for. */
function asSeenOn(vmi: Vmi, node: string): Vmi {
  if (vmi.status?.nodeName !== node) return vmi;
  const attached = new Set(vmi.status.interfaces?.map(({ name }) => name));
  const networks = vmi.spec?.networks?.filter(({ name }) => attached.has(name)) ?? [];
  return vmi.spec ? { ...vmi, spec: { ...vmi.spec, networks } } : vmi;
}

export function startPlumbingOperator(context: OperatorContext): WorkQueue {
  const { client, informers } = context;
  const byNode = new Map<string, Set<string>>();

  const instancesOn = (node: string) =>
    [...(byNode.get(node) ?? [])].flatMap((key) => {
      const [namespace = '', name = ''] = key.split('/');
      const vmi = informers.instances.get(namespace, name);
      return vmi ? [asSeenOn(vmi, node)] : [];
    });

  const queue = createQueue(context, 'plumbing', async (node) => {
    const cached = informers.nodeStates.get(undefined, node)?.status?.currentState;
    if (!cached) return;
    const attachments = localAttachments(instancesOn(node), (namespace, name) =>
      informers.nads.get(namespace, name),
    );
    if (jsonEqual(plumbNode(cached, attachments), cached)) return;
    await updateNodeState(client, node, (state) => plumbNode(state, attachments));
  });

  informers.instances.onChange(({ before, after }) => {
    const vmi = after ?? before;
    const key = `${vmi?.metadata.namespace}/${vmi?.metadata.name}`;
    for (const node of nodesOf(before)) byNode.get(node)?.delete(key);
    for (const node of nodesOf(after)) {
      const keys = byNode.get(node) ?? new Set<string>();
      byNode.set(node, keys.add(key));
    }
    for (const node of new Set([...nodesOf(before), ...nodesOf(after)])) queue.add(node);
  });
  informers.nads.onChange(() => {
    for (const node of byNode.keys()) queue.add(node);
  });
  informers.nodeStates.onChange(({ after }) => {
    if (after) queue.add(after.metadata.name);
  });
  return queue;
}
