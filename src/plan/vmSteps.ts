/**
 * One step per chosen VM: a patch that adds the NIC and tests what it builds on. A VM that could
 * not be read gets no step; the guards have said so.
 */
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import { applyOperations } from './applyOperations';
import type { VmChoice } from './attachIntent';
import type { FlowContext } from './flows/flow';
import { stepId } from './model';
import type { ObjectRef, Step } from './model';
import { nadInProject } from './nadInProject';
import { freeName } from './names';
import { addNicPatch } from './vmPatch';
import { WAIT_SECONDS } from './waitSeconds';

/** VMs as the API serves them, by `namespace/name`: patches are built on what is really there. */
export type VmObjects = ReadonlyMap<string, KubeObject>;

export const vmSteps = (context: FlowContext, vms: VmObjects): readonly Step[] =>
  context.intent.vms.flatMap((vm) => vmStep(context, vm, vms));

const vmStep = (
  { graph, intent }: FlowContext,
  choice: VmChoice,
  vms: VmObjects,
): readonly Step[] => {
  const key = `${choice.namespace}/${choice.name}`;
  const object = vms.get(key);
  if (object === undefined) return [];
  const view = graph.vms.get(key);
  const taken = new Set((view?.vnics ?? []).map((vnic) => vnic.name));
  const nic = freeName(intent.networkName, taken);
  const networkName = referenceFrom(graph, intent, choice.namespace);
  const operations = addNicPatch(object, { name: nic, networkName }, podBinding(graph, choice));
  const ref: ObjectRef = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', ...choice };
  return [
    {
      id: stepId(ref),
      ref,
      purpose: text('Adds NIC {{nic}} on network {{network}} to VM {{vm}}.', {
        nic,
        network: networkName,
        vm: key,
      }),
      write: {
        type: 'patch',
        operations,
        before: object,
        after: applyOperations(object, operations),
      },
      wait: { type: 'nicAttached', vm: key, nic, timeoutSeconds: WAIT_SECONDS.nic },
      inverse: {
        type: 'detachNic',
        ref,
        nic,
        wait: { type: 'nicDetached', vm: key, nic, timeoutSeconds: WAIT_SECONDS.nic },
      },
      nodes: [],
    },
  ];
};

/**
 * What a VM of the namespace writes as `networkName`: the NAD of its own namespace, else the one
 * in `default` (B.2). A CUDN for all projects has its NAD in `default` only.
 */
const referenceFrom = (
  graph: NetworkGraph,
  intent: FlowContext['intent'],
  namespace: string,
): string => {
  const { flow, projects } = intent;
  const own = nadInProject(graph, intent, namespace);
  const onlyDefault = flow === 'cudnLocalnet' && projects.includes('default');
  const local =
    own.exists || namespace === 'default' || (projects.includes(namespace) && !onlyDefault);
  return local ? own.name : `default/${nadInProject(graph, intent, 'default').name}`;
};

/** Label a namespace must have been created with for a primary user-defined network (A.5). */
const PRIMARY_LABEL = 'k8s.ovn.org/primary-user-defined-network';

const podBinding = (graph: NetworkGraph, vm: VmChoice): 'masquerade' | 'l2bridge' | undefined => {
  const record = graph.vms.get(`${vm.namespace}/${vm.name}`)?.vm;
  if (record?.networking.autoattachPodInterface === false) return undefined;
  const labels = graph.snapshot.namespaces.items.get(vm.namespace)?.meta.labels ?? {};
  return PRIMARY_LABEL in labels ? 'l2bridge' : 'masquerade';
};
