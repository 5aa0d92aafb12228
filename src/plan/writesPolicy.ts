/**
 * Whether a plan for this intent would write a policy, that is, change something on nodes; asked
 * by guards while the form is still open.
 */
import { flowPlan } from './flowPlan';
import type { FlowContext } from './flows/flow';

export const writesPolicy = (context: FlowContext): boolean =>
  context.nodes.length > 0 &&
  flowPlan(context).steps.some(({ ref }) => ref.kind === 'NodeNetworkConfigurationPolicy');
