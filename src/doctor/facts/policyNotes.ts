/**
 * What there is to note of policies on their nodes, policy by policy: a rule finds things or
 * doubts on single nodes and judges a policy by all of them. After a change only the nodes that
 * changed are looked at again.
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { Text } from '../../cluster/text';
import type { NodeView } from '../../network/networkGraph';
import { collector } from '../collectEach';
import type { Wide } from '../itemAnswers';
import { judge } from '../finding';
import type { Judgements } from '../finding';
import type { RuleContext, RuleResult } from '../model';
import { NODES } from '../walk';
import { whyUnrendered } from './unrendered';

/** Of one policy on one node, or on all its nodes in the order of their names. */
export interface PolicyNotes<T> {
  readonly found: readonly T[];
  /** Why nothing certain can be said where nothing was found. */
  readonly doubt?: Text;
}

/** Undefined where there is nothing to note, as on most nodes. */
export const notesFrom = <T>(
  found: readonly T[],
  doubt: Text | undefined,
): PolicyNotes<T> | undefined => {
  if (doubt !== undefined) return { found, doubt };
  return found.length === 0 ? undefined : { found };
};

type Read<T> = (policy: PolicyRecord, node: NodeView) => PolicyNotes<T> | undefined;

type ByPolicy<T> = ReadonlyMap<string, PolicyNotes<T>>;

const NOTHING = { found: [] };

const noteOf = <T>(
  policy: PolicyRecord,
  node: NodeView,
  read: Read<T>,
): PolicyNotes<T> | undefined => {
  const note = read(policy, node);
  if (note !== undefined && (note.found.length > 0 || note.doubt !== undefined)) return note;
  const unrendered = policy.usesCapture ? whyUnrendered(policy, [node]) : undefined;
  return unrendered === undefined ? undefined : { found: [], doubt: unrendered };
};

const notesOn = <T>(node: NodeView, read: Read<T>): ByPolicy<T> | undefined => {
  let notes: Map<string, PolicyNotes<T>> | undefined;
  for (const policy of node.policies) {
    const note = noteOf(policy, node, read);
    if (note !== undefined) (notes ??= new Map()).set(policy.meta.name, note);
  }
  return notes;
};

/** What was noted of a policy on all nodes. */
const notesOf = <T>(
  byNode: ReadonlyMap<string, ByPolicy<T>>,
  nodes: readonly string[],
  { meta }: PolicyRecord,
): PolicyNotes<T> => {
  const notes = nodes.flatMap((node) => byNode.get(node)?.get(meta.name) ?? []);
  if (notes.length === 0) return NOTHING;
  const doubt = notes.find((note) => note.doubt !== undefined)?.doubt;
  const found = notes.flatMap((note) => note.found);
  return doubt === undefined ? { found } : { found, doubt };
};

/**
 * Makes what judges policies by notes, which a rule makes once and calls once in each run. `read`
 * looks at one node, `decide` at a policy with all that was noted of it.
 */
export const policyNotes = <T>(
  wide?: Wide,
): ((
  context: RuleContext,
  rule: string,
  read: Read<T>,
  decide: (policy: PolicyRecord, notes: PolicyNotes<T>) => Judgements,
) => RuleResult) => {
  const collect = collector<NodeView, ByPolicy<T>>(NODES, wide);
  return (context, rule, read, decide) =>
    collect(
      context,
      (node) => notesOn(node, read),
      (byNode) => {
        const nodes = [...byNode.keys()].sort();
        return judge(rule, context.graph.snapshot.policies.items.values(), (policy) =>
          decide(policy, notesOf(byNode, nodes, policy)),
        );
      },
    );
};
