/**
 * Why the user may not write a step of a plan, by access reviews; the reviews are asked once per
 * verb, kind and project. What is not answered (yet) is not refused.
 */
import { useCallback, useEffect, useState } from 'react';
import { kindOf, MODELS } from '../../cluster/models';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { accessKey, reviewAccess } from '../../console/reviewAccess';
import type { AccessQuestion } from '../../console/reviewAccess';
import type { Step } from '../../plan/model';

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

const questionOf = ({ ref, write }: Step): AccessQuestion | undefined => {
  const key = kindOf(ref.apiVersion, ref.kind);
  if (key === undefined) return undefined;
  const { apiGroup, plural } = MODELS[key];
  return {
    verb: write.type,
    group: apiGroup,
    resource: plural,
    namespace: ref.kind === 'Namespace' ? '' : ref.namespace,
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
      setRefused(new Set(no.map(([question]) => accessKey(question))));
    });
    return () => {
      current = false;
    };
  }, [asked]);
  return useCallback(
    (step: Step) => {
      const question = questionOf(step);
      if (question === undefined || !refused.has(accessKey(question))) return undefined;
      const { verb, resource, namespace } = question;
      if (namespace === '') {
        return text('You may not {{verb}} {{resource}}; ask an administrator.', { verb, resource });
      }
      return text('You may not {{verb}} {{resource}} in project {{namespace}}.', {
        verb,
        resource,
        namespace,
      });
    },
    [refused],
  );
};
