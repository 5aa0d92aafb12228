/**
 * What a way to attach VMs has to say: its part of the plan below the VMs. One file per flow in
 * this folder; `flows.ts` is the table. Where each comes from: domain reference, part D.
 */
import type { Text } from '../../cluster/text';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import type { AttachIntent, FlowId } from '../attachIntent';
import type { Step } from '../model';

export interface FlowContext {
  readonly graph: NetworkGraph;
  readonly intent: AttachIntent;
  /** The nodes of the intent's selector, sorted. */
  readonly nodes: readonly NodeView[];
}

export interface FlowPlan {
  /** In the order they are written. */
  readonly steps: readonly Step[];
  /** What exists already and is used as it is, one sentence each. */
  readonly reused: readonly Text[];
}

export interface Flow {
  readonly id: FlowId;
  /** `D.1` ... `D.7`. */
  readonly reference: string;
  readonly title: Text;
  /** What it does and for whom it is, in one sentence. */
  readonly summary: Text;
  /** Why it cannot bring about what is wished on these nodes; undefined when it can. */
  obstacle(context: FlowContext): Text | undefined;
  /** Steps up to the network; assumes that no guard blocks. */
  plan(context: FlowContext): FlowPlan;
}
