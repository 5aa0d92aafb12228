/**
 * CUDN-010: a primary user-defined network takes over the pod network only in namespaces made
 * with its label, and VMs there must not use masquerade.
 */
import { text } from '../../cluster/text';
import { isKnown } from '../../network/evidence';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { podNics } from '../facts/podNics';
import { fault, unclear } from '../finding';
import { judgeDefinitions } from '../judgeDefinitions';
import type { Rule } from '../model';
import type { Definition } from '../udnFacts';
import { definitionLabel, idOfDefinition, namespacesReached } from '../udnFacts';

const id = 'CUDN-010';
const LABEL = 'k8s.ovn.org/primary-user-defined-network';

const reachOf = (graph: NetworkGraph, definition: Definition): readonly string[] | undefined =>
  definition.kind === 'udn' ? [definition.meta.namespace] : namespacesReached(graph, definition);

export const CUDN_010: Rule = {
  id,
  title: text('Primary network without its preconditions'),
  severity: 'warning',
  tier: 'S',
  reads: [],
  consults: ['cudns', 'udns', 'namespaces', 'vms', 'vmis'],
  source: 'openshift-docs virt-connecting-vm-to-primary-udn',
  check: ({ graph }) =>
    judgeDefinitions(id, graph, (definition) => {
      if (definition.network.role !== 'Primary') return undefined;
      const subject = idOfDefinition(definition);
      const reached = reachOf(graph, definition);
      const { namespaces } = graph.snapshot;
      if (reached === undefined) return unclear(subject, text('Namespaces cannot be read'));
      const unlabelled = reached.filter((name) => {
        const labels = namespaces.items.get(name)?.meta.labels;
        return labels !== undefined && !(LABEL in labels);
      });
      const masquerading = reached
        .flatMap((name) => podNics(graph).get(name) ?? [])
        .filter((vnic) => vnic.nic?.binding === 'masquerade');
      if (unlabelled.length === 0 && masquerading.length === 0) {
        return isKnown(namespaces)
          ? undefined
          : unclear(subject, text('The labels of its namespaces are not known'));
      }
      const values = {
        network: definitionLabel(definition),
        namespaces: nameList(unlabelled),
        vms: nameList(masquerading.map((vnic) => `${vnic.namespace}/${vnic.vmName}`)),
        label: LABEL,
      };
      return fault({
        severity: 'warning',
        subject,
        related: [
          ...unlabelled.map((name) => entityId('namespace', name)),
          ...masquerading.map((vnic) => vnic.id),
        ],
        message:
          unlabelled.length > 0
            ? text('{{network}} is primary, but {{namespaces}} lacks the label {{label}}.', values)
            : text(
                '{{network}} is primary, but {{vms}} uses masquerade on the pod network.',
                values,
              ),
        symptom: text('Pods refuse to start, or stay on the default network.'),
        fix:
          unlabelled.length > 0
            ? text('Recreate the namespace with the label: it counts only at creation.')
            : text('Use the binding l2bridge for the pod network of these VMs.'),
      });
    }),
};
