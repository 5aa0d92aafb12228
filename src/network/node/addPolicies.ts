/**
 * Policies on a node: policy -> node, policy -> enactment, policy -> what it manages. Several
 * policies may manage one thing, and each keeps its own edge. What a policy wants and the node
 * lacks appears as intended. Source: domain reference A.2, B.4, E.2 (21, 22).
 */
import type { EnactmentRecord } from '../../cluster/enactmentRecord';
import type { BridgePort } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { enactmentState } from '../enactmentState';
import { NO_ATTRIBUTES, edgeOf, entityOf } from '../fragment';
import type { LooseAttributes } from '../fragment';
import { OK, broken, unknown } from '../judgement';
import { whyNoState } from '../nodeEvidence';
import { isNamedByMac } from '../policyIntent';
import type { NodeContext } from './nodeContext';
import type { Wish } from './wishes';

const describe = (record: EnactmentRecord): LooseAttributes => ({
  generation: record.policyGeneration,
  retries: record.retryCount || undefined,
});

const addEnactments = (context: NodeContext): void => {
  const { node, view } = context;
  const self = `node/${node}`;
  for (const [name, record] of view.enactments) {
    const id = context.id('enactment', name);
    const policy = `policy/${name}`;
    const judgement = enactmentState(record);
    const fields = { id, kind: 'enactment', name, node, judgement } as const;
    context.add(entityOf(fields, describe, record, undefined));
    context.connect(edgeOf(policy, id, 'enactment', judgement));
    context.connect(edgeOf(policy, self, 'policyNode', judgement));
  }
  for (const { meta } of view.policies) {
    if (view.enactments.has(meta.name)) continue;
    const reason = text('There is no enactment of policy {{policy}} on {{node}}.', {
      policy: meta.name,
      node,
    });
    context.connect(edgeOf(`policy/${meta.name}`, self, 'policyNode', unknown(reason)));
  }
};

/** Ports that the policy wants on a bridge and that the bridge does not have. */
const missingPorts = ({ view }: NodeContext, wish: Wish): readonly BridgePort[] => {
  const wanted = wish.record?.bridge?.ports ?? [];
  const actual = view.bridges.get(wish.name)?.record.bridge?.ports ?? [];
  const { interfaces } = wish.document;
  return wanted.filter(
    ({ name }) =>
      name !== wish.name &&
      !actual.some((port) => port.name === name) &&
      !interfaces.some((i) => i.name === name && (i.type === 'ovs-interface' || isNamedByMac(i))),
  );
};

const connectWantedPorts = (context: NodeContext, wish: Wish): void => {
  for (const { name, bond } of missingPorts(context, wish)) {
    const why = whyNoState(context.facts.snapshot, context.view, context.node);
    const values = {
      policy: wish.policy.meta.name,
      port: name,
      bridge: wish.name,
      node: context.node,
    };
    const judgement =
      why === undefined
        ? broken(
            text(
              'Policy {{policy}} wants {{port}} as a port of {{bridge}}; on {{node}} it is none.',
              values,
            ),
          )
        : unknown(why);
    const source =
      bond === undefined ? context.ensureInterface(name) : context.ensure('bond', name);
    context.connectOnce(edgeOf(source, wish.id, 'port', judgement, 'intended'));
  }
};

/** Members that a policy wants in an OVS bond or a kernel bond that the node does not have. */
const connectWantedMembers = (context: NodeContext, wish: Wish): void => {
  const members = wish.members ?? (wish.kind === 'bond' ? wish.record?.bond?.members : undefined);
  for (const member of members ?? []) {
    const source = context.ensureInterface(member);
    const judgement = context.missing('bond', wish.name);
    context.connectOnce(edgeOf(source, wish.id, 'member', judgement, 'intended'));
  }
};

const connectWantedBase = (context: NodeContext, wish: Wish): void => {
  const base = wish.record?.vlan?.base ?? '';
  if (wish.kind !== 'vlanIf' || base === '') return;
  const source = context.ensureInterface(base);
  const judgement = context.missing('vlanIf', wish.name);
  context.connectOnce(edgeOf(source, wish.id, 'base', judgement, 'intended'));
};

/** A thing that a policy wants gone: of interest only while it is there. */
const addUnwanted = (context: NodeContext, wish: Wish): void => {
  if (!context.exists(wish.id)) return;
  const policy = wish.policy.meta.name;
  const judgement = broken(
    text('Policy {{policy}} wants {{name}} gone from {{node}}, but it is there.', {
      policy,
      name: wish.name,
      node: context.node,
    }),
  );
  const attributes = { wants: 'absent' };
  context.connect(edgeOf(`policy/${policy}`, wish.id, 'manages', judgement, 'both', attributes));
};

const addWish = (context: NodeContext, wish: Wish): void => {
  if (wish.absent) return addUnwanted(context, wish);
  const exists = context.exists(wish.id);
  if (!exists) {
    context.ensure(wish.kind, wish.name);
    connectWantedMembers(context, wish);
    connectWantedBase(context, wish);
  }
  if (wish.kind === 'bridge') connectWantedPorts(context, wish);
  const source = `policy/${wish.policy.meta.name}`;
  const judgement = exists ? OK : context.missing(wish.kind, wish.name);
  const origin = exists ? 'both' : 'intended';
  context.connect(edgeOf(source, wish.id, 'manages', judgement, origin, NO_ATTRIBUTES));
};

/** Adds enactments and the edges of every policy that reaches the node. */
export const addPolicies = (context: NodeContext): void => {
  addEnactments(context);
  for (const wish of context.wishes) addWish(context, wish);
};
