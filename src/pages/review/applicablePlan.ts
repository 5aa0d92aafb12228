/** The plan of a review that may be applied: something to do, tried, and refused by nobody. */
import type { Plan } from '../../plan/model';
import type { PlanReview } from './usePlanReview';

/** Undefined while it may not, or not yet. */
export const applicablePlan = (review: PlanReview): Plan | undefined => {
  if (review.state !== 'ready' || review.refused.size > 0) return undefined;
  const { plan, denied, failures } = review;
  return denied?.size === 0 && failures?.size === 0 && plan.steps.length > 0 ? plan : undefined;
};
