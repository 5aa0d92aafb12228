/**
 * Takes a patch back by its counter-patch. The API server refuses it where its tests fail, that
 * is, where somebody has changed the same thing since: then it is left alone and said so.
 */
import { text } from '../cluster/text';
import type { Inverse } from '../plan/model';
import type { WaitProgress } from '../plan/progress';
import { toFailure } from './api';
import { awaitProgress } from './awaitProgress';
import type { UndoContext } from './undoContext';

/** What API servers answer to a patch whose `test` fails. */
const TEST_FAILED = new Set([409, 422]);

export const patchBack = async (
  { ref, operations, wait }: Inverse & { readonly type: 'patchBack' },
  context: UndoContext,
): Promise<WaitProgress> => {
  try {
    const answer = await context.api.patch(ref, operations, { dryRun: false });
    const generation = Number(answer.metadata?.generation ?? 0);
    return await awaitProgress(wait, generation, context.source, context.signal, context.report);
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (!TEST_FAILED.has(failure.code)) throw thrown;
    return {
      state: 'failed',
      detail: text('{{kind}} {{name}} has been changed since, or the API server refuses: {{why}}', {
        kind: ref.kind,
        name: ref.name,
        why: failure.message,
      }),
      nodes: [],
    };
  }
};
