/**
 * May the user do this? Asked through the SDK, which remembers the answers. Used to say so before a
 * form is filled in, never instead of handling the 403.
 */
import { checkAccess, useAccessReview } from '@openshift-console/dynamic-plugin-sdk';

export interface AccessQuestion {
  readonly group: string;
  /** Plural, such as `network-attachment-definitions`. */
  readonly resource: string;
  readonly verb: 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete';
  /** Empty: the whole cluster. */
  readonly namespace?: string;
  readonly name?: string;
}

/** True, false, or undefined while the answer is on its way. */
export const useCan = (question: AccessQuestion): boolean | undefined => {
  const [allowed, loading] = useAccessReview({ ...question });
  return loading ? undefined : allowed;
};

/** The same as a promise; false when the review itself fails. */
export const can = async (question: AccessQuestion): Promise<boolean> => {
  try {
    const review = await checkAccess({ ...question });
    return review.status?.allowed ?? false;
  } catch {
    // A review that cannot be made is no permission; the action itself would say why.
    return false;
  }
};
