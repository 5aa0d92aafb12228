/**
 * The steps of a plan that the user may not write, by access reviews: each verb, kind and project is asked
 * once. What is not answered is not refused; the dry run tells then.
 */
import type { Text } from '../../cluster/text';
import { accessKey, reviewAccess } from '../../console/reviewAccess';
import type { AccessQuestion } from '../../console/reviewAccess';
import { inParallel } from '../../job/inParallel';
import type { Plan } from '../../plan/model';
import { accessQuestion, mayNotSentence } from './stepAccess';

const AT_ONCE = 6;

/** By step id: why it may not be written. */
export const deniedSteps = async ({ steps }: Plan): Promise<ReadonlyMap<string, Text>> => {
  const asked = steps.flatMap((step) => {
    const question = accessQuestion(step);
    return question === undefined ? [] : [{ id: step.id, question, key: accessKey(question) }];
  });
  const questions = new Map<string, AccessQuestion>(
    asked.map(({ key, question }) => [key, question]),
  );
  const answers = await inParallel(
    [...questions],
    AT_ONCE,
    async ([key, question]) => [key, await reviewAccess(question)] as const,
  );
  const refused = new Set(answers.filter(([, allowed]) => allowed === false).map(([key]) => key));
  return new Map(
    asked
      .filter(({ key }) => refused.has(key))
      .map(({ id, question }) => [id, mayNotSentence(question)]),
  );
};
