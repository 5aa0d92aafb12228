/**
 * Asks the API server whether the user may do something (SelfSubjectAccessReview). Answers are
 * kept for the visit, per identity; a question that cannot be answered is `undefined`, which is not "no".
 * Source: kubernetes API reference, authorization.k8s.io/v1.
 */
import { createObject } from './apiClient';
import { currentIdentity } from './identity';

export interface AccessQuestion {
  readonly verb: 'create' | 'patch' | 'delete';
  /** '' for the core group. */
  readonly group: string;
  readonly resource: string;
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
}

const REVIEW = { apiVersion: 'authorization.k8s.io/v1', plural: 'selfsubjectaccessreviews' };

const answers = new Map<string, Promise<boolean | undefined>>();

export const accessKey = ({ verb, group, resource, namespace }: AccessQuestion): string =>
  [verb, group, resource, namespace].join(' ');

export const reviewAccess = (question: AccessQuestion): Promise<boolean | undefined> => {
  const key = `${currentIdentity()} ${accessKey(question)}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = ask(question, () => answers.delete(key));
  answers.set(key, answer);
  return answer;
};

const ask = async (question: AccessQuestion, forget: () => void): Promise<boolean | undefined> => {
  try {
    const review = await createObject(REVIEW, {
      apiVersion: REVIEW.apiVersion,
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: question },
    });
    const { status } = review;
    const allowed =
      typeof status === 'object' && status !== null && 'allowed' in status
        ? status.allowed
        : undefined;
    return typeof allowed === 'boolean' ? allowed : undefined;
  } catch {
    // Not answered is not refused: the server's own dry run will tell.
    forget();
    return undefined;
  }
};
