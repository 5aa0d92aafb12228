/**
 * PRE-008: while a policy is being applied, the operator refuses edits of it, and a second one on
 * the same node waits its turn. Said only where this plan writes a policy itself.
 */
import { text } from '../../cluster/text';
import { writesPolicy } from '../writesPolicy';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'PRE-008';

export const PRE_008: GuardRule = {
  id: ID,
  check: (context) => {
    if (!writesPolicy(context)) return [];
    const busy = new Map<string, string>();
    for (const node of context.nodes) {
      for (const policy of node.policies) {
        const progressing = policy.conditions.some(
          ({ type, status }) => type === 'Progressing' && status === 'True',
        );
        if (progressing) busy.set(policy.meta.name, node.name);
      }
    }
    return [...busy]
      .sort()
      .map(([policy, node]) =>
        guard(
          ID,
          'warn',
          'nodes',
          text('Policy {{policy}} is being applied to {{node}} right now.', { policy, node }),
          text('Wait until it is done: two changes at once on one node are hard to tell apart.'),
        ),
      );
  },
};
