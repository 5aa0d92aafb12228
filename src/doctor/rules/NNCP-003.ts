/**
 * NNCP-003: a policy that reaches no node does nothing, quietly. Usually a label value is off:
 * `node-role.kubernetes.io/worker` has an empty value, machine sets get renamed.
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import { conditionOf } from '../../cluster/readConditions';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { isKnown } from '../../network/evidence';
import type { NetworkGraph } from '../../network/networkGraph';
import { isTrue } from '../../cluster/conditionState';
import { perGraph } from '../facts/perGraph';
import { policyId } from '../facts/policyIds';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import { nearestName } from '../nearestName';

const id = 'NNCP-003';

/** Label key -> values that nodes have. */
const labelValues = perGraph((graph): ReadonlyMap<string, ReadonlySet<string>> => {
  const values = new Map<string, Set<string>>();
  for (const node of graph.nodes.values()) {
    for (const [key, value] of Object.entries(node.record?.meta.labels ?? {})) {
      const kept = values.get(key);
      if (kept === undefined) values.set(key, new Set([value]));
      else kept.add(value);
    }
  }
  return values;
});

const isIgnored = (policy: PolicyRecord): boolean =>
  isTrue(policy.conditions, 'Ignored') &&
  ['', 'NoMatchingNode'].includes(conditionOf(policy.conditions, 'Ignored')?.reason ?? '');

/** The labels of the nodes say so, and no enactment contradicts. */
const matchesNobody = (graph: NetworkGraph, { meta }: PolicyRecord): boolean =>
  isKnown(graph.snapshot.nodes) &&
  graph.snapshot.nodes.items.size > 0 &&
  graph.nodesOfPolicy(meta.name).length === 0 &&
  graph.enactmentsOfPolicy(meta.name).length === 0;

const hint = (graph: NetworkGraph, policy: PolicyRecord): Text => {
  const known = labelValues(graph);
  for (const [key, value] of Object.entries(policy.nodeSelector)) {
    const values = known.get(key);
    if (values === undefined) {
      const near = nearestName(key, known.keys());
      return near === undefined
        ? text('No node has the label {{key}}: correct the nodeSelector or label the nodes.', {
            key,
          })
        : text('No node has the label {{key}}; did you mean {{near}}?', { key, near });
    }
    if (values.has(value)) continue;
    const near = nearestName(value, values) ?? [...values].sort()[0] ?? '';
    return text('No node has {{key}}="{{value}}"; nodes have {{key}}="{{near}}".', {
      key,
      value,
      near,
    });
  }
  return text('No node has all labels of the nodeSelector: correct it or label the nodes.');
};

export const NNCP_003: Rule = {
  id,
  title: text('Policy matches no node'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodes', 'enactments'],
  source: 'kubernetes-nmstate pkg/policyconditions/conditions.go (NoMatchingNode)',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      if (!isIgnored(policy) && !matchesNobody(graph, policy)) return undefined;
      const selector = Object.entries(policy.nodeSelector)
        .map(([key, value]) => `${key}="${value}"`)
        .join(', ');
      return fault({
        severity: 'warning',
        subject: policyId(policy),
        message: text('Policy {{name}} matches no node ({{selector}}).', {
          name: policy.meta.name,
          selector: selector || '-',
        }),
        symptom: text('Nothing of the policy is applied anywhere.'),
        fix: hint(graph, policy),
      });
    }),
};
