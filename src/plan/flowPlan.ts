/**
 * What a flow plans for an intent, worked out once: its cost is read from it, and several guards ask
 * whether it writes a policy, on every key that is typed into the form.
 */
import { FLOWS } from './flows';
import type { FlowContext, FlowPlan } from './flows/flow';
import type { AttachIntent } from './attachIntent';

interface Planned {
  readonly context: FlowContext;
  readonly plan: FlowPlan;
}

const known = new WeakMap<AttachIntent, Planned>();

export const flowPlan = (context: FlowContext): FlowPlan => {
  const { graph, intent, nodes } = context;
  const before = known.get(intent);
  if (before?.context.graph === graph && before.context.nodes === nodes) return before.plan;
  const plan = FLOWS[intent.flow].plan(context);
  known.set(intent, { context, plan });
  return plan;
};
