/**
 * Why the user may not write a step of a plan that is not made yet, by access reviews: what the wizard may
 * propose hangs on it. They are asked once per verb, kind and project; what is not answered (yet) is not
 * refused.
 */
import { useCallback, useEffect, useState } from 'react';
import { MODELS } from '../../cluster/models';
import type { Text } from '../../cluster/text';
import { accessKey, reviewAccess } from '../../console/reviewAccess';
import type { AccessQuestion } from '../../console/reviewAccess';
import type { Step } from '../../plan/model';
import { accessQuestion, mayNotSentence } from './stepAccess';

const WRITTEN = ['policies', 'cudns', 'udns', 'nads', 'vms', 'namespaces', 'nodes'] as const;
const PATCHED: ReadonlySet<string> = new Set(['vms', 'namespaces', 'nodes']);

const questionFor = (key: (typeof WRITTEN)[number], namespace: string): AccessQuestion => {
  const { apiGroup, plural, namespaced } = MODELS[key];
  return {
    verb: PATCHED.has(key) ? 'patch' : 'create',
    group: apiGroup,
    resource: plural,
    namespace: namespaced ? namespace : '',
  };
};

export const useStepRights = (
  namespaces: readonly string[],
): ((step: Step) => Text | undefined) => {
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const asked = [...new Set(namespaces)].sort().join(' ');
  useEffect(() => {
    let current = true;
    const questions = WRITTEN.flatMap((key) =>
      asked.split(' ').map((namespace) => questionFor(key, namespace)),
    );
    const answered = questions.map(
      async (question) => [question, await reviewAccess(question)] as const,
    );
    void Promise.all(answered).then((answers) => {
      if (!current) return;
      const no = answers.filter(([, allowed]) => allowed === false);
      // For most nothing is refused, and nothing is planned anew because of that.
      setRefused((before) =>
        before.size + no.length === 0
          ? before
          : new Set(no.map(([question]) => accessKey(question))),
      );
    });
    return () => {
      current = false;
    };
  }, [asked]);
  return useCallback(
    (step: Step) => {
      const question = accessQuestion(step);
      return question !== undefined && refused.has(accessKey(question))
        ? mayNotSentence(question)
        : undefined;
    },
    [refused],
  );
};
