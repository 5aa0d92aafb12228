/**
 * Takes NICs away from VMs: `state: absent` where the VM runs and KubeVirt can unplug, both entries
 * removed where it is stopped or only a restart takes the NIC away (domain reference D.0, A.7.2).
 * Taken back, the NIC comes with the same name and MAC address.
 */
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import { applyOperations } from './applyOperations';
import { detachEffect } from './detachEffect';
import type { DetachEffect } from './detachEffect';
import { stepId } from './model';
import type { ObjectRef, Plan, Step } from './model';
import { nicEntries, removeNicPatch, unplugNicPatch } from './nicChangePatch';
import type { NicChoice } from './nicChoice';
import type { VmObjects } from './vmSteps';
import { WAIT_SECONDS } from './waitSeconds';

export interface DetachIntent {
  readonly jobId: string;
  /** At most one NIC of each VM: a second one goes in a second job. */
  readonly nics: readonly NicChoice[];
}

/** A NIC that the VM does not list any more gets no step. */
export const planDetach = (graph: NetworkGraph, intent: DetachIntent, vms: VmObjects): Plan => {
  const [first] = intent.nics;
  return {
    jobId: intent.jobId,
    title:
      intent.nics.length === 1 && first !== undefined
        ? text('Detach NIC {{nic}} of VM {{vm}}', {
            nic: first.nic,
            vm: `${first.namespace}/${first.name}`,
          })
        : text('Detach NICs of {{total}} VMs', { total: intent.nics.length }),
    steps: intent.nics.flatMap((choice) => detachStep(graph, choice, vms)),
    reused: [],
  };
};

const detachStep = (
  graph: NetworkGraph,
  { namespace, name, nic }: NicChoice,
  vms: VmObjects,
): readonly Step[] => {
  const vm = `${namespace}/${name}`;
  const object = vms.get(vm);
  const vnic = graph.vnics.get(`${vm}/${nic}`);
  const entries = object === undefined ? undefined : nicEntries(object, nic);
  if (object === undefined || entries === undefined || vnic === undefined) return [];
  const effect = detachEffect(vnic);
  const operations = effect === 'live' ? unplugNicPatch(object, nic) : removeNicPatch(object, nic);
  const ref: ObjectRef = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace, name };
  const { vmInterface, network } = entries;
  return [
    {
      id: stepId(ref),
      ref,
      purpose: purposeOf(effect, vm, nic),
      write: {
        type: 'patch',
        operations,
        before: object,
        after: applyOperations(object, operations),
      },
      wait:
        effect === 'live'
          ? { type: 'nicDetached', vm, nic, timeoutSeconds: WAIT_SECONDS.nic }
          : { type: 'none' },
      inverse: {
        type: 'attachNic',
        ref,
        nic,
        vmInterface,
        network,
        wait: { type: 'nicAttached', vm, nic, timeoutSeconds: WAIT_SECONDS.nic },
      },
      nodes: [],
    },
  ];
};

const purposeOf = (effect: DetachEffect, vm: string, nic: string): Text => {
  const values = { vm, nic };
  switch (effect) {
    case 'atOnce':
      return text('Removes NIC {{nic}} from VM {{vm}}, which is stopped.', values);
    case 'live':
      return text('Unplugs NIC {{nic}} from VM {{vm}} while it runs.', values);
    case 'needsRestart':
      return text(
        'Removes NIC {{nic}} from VM {{vm}}. It cannot be unplugged live: the running VM keeps it until it is restarted.',
        values,
      );
  }
};
