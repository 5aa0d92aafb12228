/** CUDN-003: a selector without a match makes no NAD anywhere, while the object looks healthy. */
import { text } from '../../cluster/text';
import { fault, judge, unclear } from '../finding';
import type { Rule } from '../model';
import { definitionLabel, idOfDefinition, namespacesReached } from '../udnFacts';

const id = 'CUDN-003';

export const CUDN_003: Rule = {
  id,
  title: text('Selector matches no namespace'),
  severity: 'warning',
  tier: 'S',
  reads: ['cudns'],
  consults: ['namespaces'],
  source: 'ovn-kubernetes go-controller/pkg/clustermanager/userdefinednetwork',
  check: ({ graph }) =>
    judge(id, graph.snapshot.cudns.items.values(), (cudn) => {
      const reached = namespacesReached(graph, cudn);
      const subject = idOfDefinition(cudn);
      if (reached === undefined) return unclear(subject, text('Namespaces cannot be read'));
      if (reached.length > 0) return undefined;
      return fault({
        severity: 'warning',
        subject,
        message: text('The namespaceSelector of {{network}} matches no namespace.', {
          network: definitionLabel(cudn),
        }),
        symptom: text('It says NetworkCreated, but there is no NAD anywhere.'),
        fix: text('Label a namespace so that the selector matches it.'),
      });
    }),
};
