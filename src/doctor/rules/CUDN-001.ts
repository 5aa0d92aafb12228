/** CUDN-001: OVN-Kubernetes could not make the NADs of a CUDN or UDN. */
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import { decodeWith } from '../decoders/decodeWith';
import { POD_MESSAGES } from '../decoders/podMessages';
import { fault } from '../finding';
import { judgeDefinitions } from '../judgeDefinitions';
import type { Rule } from '../model';
import { definitionLabel, idOfDefinition } from '../udnFacts';

const id = 'CUDN-001';

export const CUDN_001: Rule = {
  id,
  title: text('NetworkCreated is False'),
  severity: 'error',
  tier: 'S',
  reads: [],
  consults: ['cudns', 'udns'],
  source: 'ovn-kubernetes go-controller/pkg/clustermanager/userdefinednetwork',
  check: ({ graph }) =>
    judgeDefinitions(id, graph, (definition) => {
      const condition = conditionOf(definition.conditions, 'NetworkCreated');
      if (condition?.status !== 'False') return undefined;
      const decoded = decodeWith(POD_MESSAGES, condition.message);
      return fault({
        severity: 'error',
        subject: idOfDefinition(definition),
        message: text('{{network}} was not created ({{reason}}): {{message}}', {
          network: definitionLabel(definition),
          reason: condition.reason,
          message: condition.message,
        }),
        quote: { placeholder: 'message', raw: condition.message },
        symptom: text('VMs find no NAD of that name.'),
        fix: decoded?.fix ?? text('Mend what the message names; the controller tries again.'),
      });
    }),
};
