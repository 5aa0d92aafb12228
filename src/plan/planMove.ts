/**
 * Moves NICs of VMs to another network: another `networkName`, nothing else. KubeVirt migrates a
 * running VM to bring it about, where it can, else the VM needs a restart (domain reference A.7.2).
 */
import { text } from '../cluster/text';
import type { NetworkGraph, VnicView } from '../network/networkGraph';
import { applyOperations } from './applyOperations';
import { migrationKey } from './migrationKey';
import { stepId } from './model';
import type { ObjectRef, Plan, Step } from './model';
import { moveNicPatch, networkNameOfNic } from './nicChangePatch';
import type { NicChoice } from './nicChoice';
import type { VmObjects } from './vmSteps';
import { WAIT_SECONDS } from './waitSeconds';

export interface MoveIntent {
  readonly jobId: string;
  readonly nics: readonly NicChoice[];
  /** NAD `ns/name` that the NIC gets: one of the VM's own project, or one in `default`. */
  readonly nadOf: (choice: NicChoice) => string;
}

export const planMove = (graph: NetworkGraph, intent: MoveIntent, vms: VmObjects): Plan => {
  const [first] = intent.nics;
  return {
    jobId: intent.jobId,
    title: text('Move {{total}} VMs to network {{network}}', {
      total: intent.nics.length,
      network: first === undefined ? '' : intent.nadOf(first),
    }),
    steps: moveSteps(graph, intent, vms),
    reused: [],
  };
};

/**
 * A NIC that the VM does not list, or that is on the network already, gets no step. The second NIC of a
 * VM is moved on what the first step leaves of it.
 */
export const moveSteps = (
  graph: NetworkGraph,
  intent: MoveIntent,
  vms: VmObjects,
): readonly Step[] => {
  const latest = new Map(vms);
  const steps: Step[] = [];
  const moved = new Set<string>();
  for (const choice of intent.nics) {
    const vm = `${choice.namespace}/${choice.name}`;
    const vnic = graph.vnics.get(`${vm}/${choice.nic}`);
    const step = vnic === undefined ? undefined : moveStep(graph, intent, choice, vnic, latest);
    if (step?.write.type !== 'patch') continue;
    steps.push(moved.has(vm) ? { ...step, id: `${step.id}#${choice.nic}` } : step);
    moved.add(vm);
    latest.set(vm, step.write.after);
  }
  return steps;
};

const moveStep = (
  graph: NetworkGraph,
  intent: MoveIntent,
  choice: NicChoice,
  vnic: VnicView,
  vms: VmObjects,
): Step | undefined => {
  const { namespace, name, nic } = choice;
  const vm = `${namespace}/${name}`;
  const object = vms.get(vm);
  const before = object === undefined ? undefined : networkNameOfNic(object, nic);
  const nad = intent.nadOf(choice);
  if (object === undefined || before === undefined || vnic.nadKey === nad) {
    return undefined;
  }
  const [nadNamespace = '', nadName = ''] = nad.split('/');
  const written = nadNamespace === namespace ? nadName : nad;
  const operations = moveNicPatch(object, nic, written);
  const ref: ObjectRef = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace, name };
  const wait = { type: 'nicMoved', vm, nic, timeoutSeconds: WAIT_SECONDS.nic } as const;
  return {
    id: stepId(ref),
    ref,
    purpose: text('Moves NIC {{nic}} of VM {{vm}} from {{before}} to {{nad}}.', {
      nic,
      vm,
      before: vnic.nadKey ?? before,
      nad,
    }),
    write: {
      type: 'patch',
      operations,
      before: object,
      after: applyOperations(object, operations),
    },
    wait: { ...wait, nad, migrationBefore: migrationKey(graph.vms.get(vm)) },
    inverse: {
      type: 'moveNic',
      ref,
      nic,
      written,
      before,
      wait: { ...wait, nad: vnic.nadKey ?? before },
    },
    nodes: [],
  };
};
