/** PRE-009: labelling a node makes the operator apply every policy of that node again (B.4). */
import { text } from '../../cluster/text';
import { writesPolicy } from '../writesPolicy';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'PRE-009';

export const PRE_009: GuardRule = {
  id: ID,
  check: (context) => {
    if ((context.intent.labelNodes ?? []).length === 0 || !writesPolicy(context)) return [];
    const policies = new Set(
      context.nodes.flatMap((node) => node.policies.map((policy) => policy.meta.name)),
    );
    if (policies.size === 0) return [];
    return [
      guard(
        ID,
        'warn',
        'nodes',
        text(
          'The chosen nodes get a label, which applies these policies there again: {{policies}}.',
          {
            policies: [...policies].sort().join(', '),
          },
        ),
        text('Choose the nodes by a label they carry already to avoid it.'),
      ),
    ];
  },
};
