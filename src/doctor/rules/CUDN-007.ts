/** CUDN-007: a network that pods still use cannot be deleted or withdrawn from a namespace. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { fault } from '../finding';
import { judgeDefinitions } from '../judgeDefinitions';
import type { Rule, RuleContext } from '../model';
import { hasPassed } from '../ruleRun';
import type { Definition } from '../udnFacts';
import { definitionLabel, idOfDefinition } from '../udnFacts';

const id = 'CUDN-007';
const GRACE_MS = 60_000;
const IN_USE = /network in use by the following pods: \[([^\]]*)\]/;

const podsInMessage = ({ conditions }: Definition): string | undefined => {
  for (const { message } of conditions) {
    const pods = IN_USE.exec(message)?.[1];
    if (pods !== undefined) return pods;
  }
  return undefined;
};

const hangs = ({ meta }: Definition, context: RuleContext): boolean =>
  meta.deletedAt !== undefined && hasPassed(context, meta.deletedAt + GRACE_MS);

export const CUDN_007: Rule = {
  id,
  title: text('Deletion or namespace removal is blocked'),
  severity: 'warning',
  tier: 'S',
  reads: [],
  consults: ['cudns', 'udns'],
  source: 'ovn-kubernetes go-controller/pkg/clustermanager/userdefinednetwork',
  check: (context) =>
    judgeDefinitions(id, context.graph, (definition) => {
      const pods = podsInMessage(definition);
      if (pods === undefined && !hangs(definition, context)) return undefined;
      const network = definitionLabel(definition);
      const keys = (pods ?? '').split(/[\s,]+/).filter((key) => key.includes('/'));
      return fault({
        severity: 'warning',
        subject: idOfDefinition(definition),
        related: keys.map((key) => entityId('pod', key)),
        message:
          pods === undefined
            ? text('{{network}} has been deleting for over a minute.', { network })
            : text('{{network}} cannot be withdrawn: it is in use by {{pods}}.', { network, pods }),
        symptom: text('It keeps its finalizer and stays.'),
        fix: text('Detach or stop the VMs that use it.'),
      });
    }),
};
