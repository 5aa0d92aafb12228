/**
 * Policies on a node: policy -> node, policy -> enactment, policy -> what it manages. Several
 * policies may manage one thing, and each keeps its own edge. What a policy wants and the node
 * lacks appears as intended. Source: domain reference A.2, B.4, E.2 (21, 22).
 */
import type { BridgePort } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { enactmentState } from '../enactmentState';
import { attributesOf, edgeOf, entityOf } from '../fragment';
import { OK, broken, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import { whyNoState } from '../nodeEvidence';
import type { NodeContext } from './nodeContext';
import type { Wish } from './wishes';

const addEnactments = (context: NodeContext): void => {
  const { builder, node, view } = context;
  for (const [policy, record] of view.enactments) {
    const id = `enactment/${node}/${policy}`;
    const judgement = enactmentState(record);
    builder.add(
      entityOf({
        id,
        kind: 'enactment',
        name: policy,
        node,
        judgement,
        attributes: attributesOf({
          generation: record.policyGeneration,
          retries: record.retryCount || undefined,
        }),
      }),
    );
    builder.connect(edgeOf(`policy/${policy}`, id, 'enactment', judgement));
    builder.connect(edgeOf(`policy/${policy}`, `node/${node}`, 'policyNode', judgement));
  }
};

/** What is known of a policy on this node: its enactment, else that there is none. */
const outcomeOf = ({ view, node }: NodeContext, policy: string): Judgement => {
  const enactment = view.enactments.get(policy);
  if (enactment !== undefined) return enactmentState(enactment);
  return unknown(text('There is no enactment of policy {{policy}} on {{node}}.', { policy, node }));
};

/** Ports that the policy wants on a bridge and that the bridge does not have. */
const missingPorts = ({ view }: NodeContext, wish: Wish): readonly BridgePort[] => {
  const actual = new Set(view.bridges.get(wish.name)?.record.bridge?.ports.map((p) => p.name));
  const wanted = wish.record?.bridge?.ports ?? [];
  const internal = new Set(
    wish.policy.desired.interfaces.filter((i) => i.type === 'ovs-interface').map((i) => i.name),
  );
  return wanted.filter(
    (port) => port.name !== wish.name && !actual.has(port.name) && !internal.has(port.name),
  );
};

const connectWantedPorts = (context: NodeContext, wish: Wish): void => {
  for (const port of missingPorts(context, wish)) {
    const why = whyNoState(context.facts.snapshot, context.view, context.node);
    const judgement =
      why === undefined
        ? broken(
            text(
              'Policy {{policy}} wants {{port}} as a port of {{bridge}}; on {{node}} it is none.',
              {
                policy: wish.policy.meta.name,
                port: port.name,
                bridge: wish.name,
                node: context.node,
              },
            ),
          )
        : unknown(why);
    const source =
      port.bond === undefined
        ? context.ensureInterface(port.name)
        : context.ensure('bond', port.name);
    context.builder.connect(edgeOf(source, wish.id, 'port', judgement, 'intended'));
  }
};

/** Members that a policy wants in an OVS bond or a kernel bond that the node does not have. */
const connectWantedMembers = (context: NodeContext, wish: Wish): void => {
  const members = wish.members ?? (wish.kind === 'bond' ? wish.record?.bond?.members : undefined);
  for (const member of members ?? []) {
    const source = context.ensureInterface(member);
    const judgement = context.missing('bond', wish.name);
    context.builder.connect(edgeOf(source, wish.id, 'member', judgement, 'intended'));
  }
};

const connectWantedBase = (context: NodeContext, wish: Wish): void => {
  const base = wish.record?.vlan?.base ?? '';
  if (wish.kind !== 'vlanIf' || base === '') return;
  const source = context.ensureInterface(base);
  const judgement = context.missing('vlanIf', wish.name);
  context.builder.connect(edgeOf(source, wish.id, 'base', judgement, 'intended'));
};

const addWish = (context: NodeContext, wish: Wish): void => {
  const { builder } = context;
  const source = `policy/${wish.policy.meta.name}`;
  const exists = builder.exists(wish.id);
  if (wish.absent) {
    if (!exists) return;
    const attributes = attributesOf({ wants: 'absent' });
    const judgement = broken(
      text('Policy {{policy}} wants {{name}} gone from {{node}}, but it is there.', {
        policy: wish.policy.meta.name,
        name: wish.name,
        node: context.node,
      }),
    );
    builder.connect(edgeOf(source, wish.id, 'manages', judgement, 'both', attributes));
    return;
  }
  if (!exists) {
    context.ensure(wish.kind, wish.name);
    connectWantedMembers(context, wish);
    connectWantedBase(context, wish);
  }
  if (wish.kind === 'bridge') connectWantedPorts(context, wish);
  const judgement = exists ? OK : context.missing(wish.kind, wish.name);
  builder.connect(edgeOf(source, wish.id, 'manages', judgement, exists ? 'both' : 'intended'));
};

/** Adds enactments and the edges of every policy that reaches the node. */
export const addPolicies = (context: NodeContext): void => {
  const { builder, node, view } = context;
  addEnactments(context);
  for (const policy of view.policies) {
    const outcome = outcomeOf(context, policy.meta.name);
    builder.connect(edgeOf(`policy/${policy.meta.name}`, `node/${node}`, 'policyNode', outcome));
  }
  for (const wish of context.wishes) addWish(context, wish);
};
