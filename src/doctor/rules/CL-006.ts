/** CL-006: what the user may not read, so that a clean bill of health says what it is based on. */
import { KIND_KEYS, MODELS } from '../../cluster/models';
import { text } from '../../cluster/text';
import { visibility } from '../evidence';
import { fault, judgeOnce, unclear } from '../finding';
import type { KindKey } from '../../cluster/snapshot';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'CL-006';

/** Two API groups have a kind `Network`: only those need their group said. */
const isShared = (name: string): boolean =>
  KIND_KEYS.filter((key) => MODELS[key].kind === name).length > 1;

const distinctName = (key: KindKey): string => {
  const { kind, apiGroup } = MODELS[key];
  return isShared(kind) ? `${kind} (${apiGroup})` : kind;
};

export const CL_006: Rule = {
  id,
  title: text('Limited view'),
  severity: 'info',
  tier: 'S',
  reads: [],
  consults: KIND_KEYS,
  source: 'Kubernetes RBAC',
  check: ({ graph }) =>
    judgeOnce(id, () => {
      const { snapshot } = graph;
      // What is read on demand is no lack of rights.
      const unread = KIND_KEYS.filter(
        (kind) => snapshot[kind].onDemand !== true && visibility(snapshot[kind]) !== 'all',
      );
      const settled = unread.filter((kind) => snapshot[kind].state !== 'loading');
      const isLoading = settled.length < unread.length;
      const waiting = isLoading
        ? [unclear(WHOLE_CLUSTER, text('Some kinds are still loading'))]
        : [];
      if (settled.length === 0) return waiting;
      return [
        ...waiting,
        fault({
          severity: 'info',
          subject: WHOLE_CLUSTER,
          message: text('Not everything could be read: {{kinds}}.', {
            kinds: settled.map(distinctName).join(', '),
          }),
          symptom: text('Checks that need these kinds are unknown, not passed.'),
          fix: text(
            'Ask for read access to them (cluster-reader covers most), or add them to the dump.',
          ),
        }),
      ];
    }),
};
