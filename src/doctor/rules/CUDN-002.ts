/** CUDN-002: OVN-Kubernetes could not allocate the network of a CUDN or UDN. */
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import { fault } from '../finding';
import { judgeDefinitions } from '../judgeDefinitions';
import type { Rule } from '../model';
import { definitionLabel, idOfDefinition } from '../udnFacts';

const id = 'CUDN-002';

export const CUDN_002: Rule = {
  id,
  title: text('NetworkAllocationSucceeded is False'),
  severity: 'error',
  tier: 'S',
  reads: [],
  consults: ['cudns', 'udns'],
  source: 'ovn-kubernetes go-controller/pkg/clustermanager/userdefinednetwork',
  check: ({ graph }) =>
    judgeDefinitions(id, graph, (definition) => {
      const condition = conditionOf(definition.conditions, 'NetworkAllocationSucceeded');
      if (condition?.status !== 'False') return undefined;
      return fault({
        severity: 'error',
        subject: idOfDefinition(definition),
        message: text('{{network}} could not be allocated ({{reason}}): {{message}}', {
          network: definitionLabel(definition),
          reason: condition.reason,
          message: condition.message,
        }),
        quote: { placeholder: 'message', raw: condition.message },
        symptom: text('VMs on it hang in ContainerCreating.'),
        fix: text(
          'Read the event NetworkAllocationFailed; mend what it names, or recreate the network.',
        ),
      });
    }),
};
