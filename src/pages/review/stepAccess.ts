/** What an access review is asked about a step, and the sentence for a user who may not write it. */
import { kindOf, MODELS } from '../../cluster/models';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { AccessQuestion } from '../../console/reviewAccess';
import type { Step } from '../../plan/model';

/** Undefined for a kind that is not known here. */
export const accessQuestion = ({ ref, write }: Step): AccessQuestion | undefined => {
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

export const mayNotSentence = ({ verb, resource, namespace }: AccessQuestion): Text =>
  namespace === ''
    ? text('You may not {{verb}} {{resource}}; ask an administrator.', { verb, resource })
    : text('You may not {{verb}} {{resource}} in project {{namespace}}.', {
        verb,
        resource,
        namespace,
      });
