/**
 * Whether a plan for this intent would write a policy, that is, change something on nodes; asked
 * by guards while the form is still open.
 */
import { FLOWS } from './flows';
import type { FlowContext } from './flows/flow';

const answers = new WeakMap<FlowContext, boolean>();

export const writesPolicy = (context: FlowContext): boolean => {
  const known = answers.get(context);
  if (known !== undefined) return known;
  const answer =
    context.nodes.length > 0 &&
    FLOWS[context.intent.flow]
      .plan(context)
      .steps.some(({ ref }) => ref.kind === 'NodeNetworkConfigurationPolicy');
  answers.set(context, answer);
  return answer;
};
