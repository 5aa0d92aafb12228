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
  /** Name of the NAD each VM gets: that of its own project, or the one in `default`. */
  readonly nadOf: (namespace: string) => string;
}

export const planMove = (graph: NetworkGraph, intent: MoveIntent, vms: VmObjects): Plan => {
  const [first] = intent.nics;
  return {
    jobId: intent.jobId,
    title: text('Move {{total}} VMs to network {{network}}', {
      total: intent.nics.length,
      network: first === undefined ? '' : intent.nadOf(first.namespace),
    }),
    steps: moveSteps(graph, intent, vms),
    reused: [],
  };
};

/** A NIC that the VM does not list, or that is on the network already, gets no step. */
export const moveSteps = (
  graph: NetworkGraph,
  intent: MoveIntent,
  vms: VmObjects,
): readonly Step[] =>
  intent.nics.flatMap((choice) => {
    const vnic = graph.vnics.get(`${choice.namespace}/${choice.name}/${choice.nic}`);
    return vnic === undefined ? [] : moveStep(graph, intent, choice, vnic, vms);
  });

const moveStep = (
  graph: NetworkGraph,
  intent: MoveIntent,
  { namespace, name, nic }: NicChoice,
  vnic: VnicView,
  vms: VmObjects,
): readonly Step[] => {
  const vm = `${namespace}/${name}`;
  const object = vms.get(vm);
  const before = object === undefined ? undefined : networkNameOfNic(object, nic);
  const nad = intent.nadOf(namespace);
  if (object === undefined || before === undefined || vnic.nadKey === nad) return [];
  const [nadNamespace = '', nadName = ''] = nad.split('/');
  const written = nadNamespace === namespace ? nadName : nad;
  const operations = moveNicPatch(object, nic, written);
  const ref: ObjectRef = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace, name };
  const wait = { type: 'nicMoved', vm, nic, timeoutSeconds: WAIT_SECONDS.nic } as const;
  return [
    {
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
    },
  ];
};
