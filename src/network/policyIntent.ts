/**
 * What a policy wants: its own document, or, where it uses `capture`, what the operator rendered
 * from it on a node. An unrendered capture (`{{ capture... }}`) says nothing about names.
 * Source: kubernetes-nmstate controllers/handler; domain reference A.1.3, A.2.
 */
import type { DesiredState } from '../cluster/desiredState';
import type { InterfaceRecord } from '../cluster/interfaceRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import type { NetworkGraph, NodeView } from './networkGraph';

/** The document for one node; undefined when a capture has not been rendered there (yet). */
export const intentOn = (policy: PolicyRecord, node: NodeView): DesiredState | undefined =>
  policy.usesCapture ? node.enactments.get(policy.meta.name)?.rendered : policy.desired;

const isTemplate = (value: string): boolean => value.includes('{{');

const isLiteral = ({ name }: { readonly name: string }): boolean => !isTemplate(name);

/** The entry without the ports and members whose names a capture has yet to fill in. */
const literalPorts = (wanted: InterfaceRecord): InterfaceRecord => ({
  ...wanted,
  bridge: wanted.bridge && { ...wanted.bridge, ports: wanted.bridge.ports.filter(isLiteral) },
  bond: wanted.bond && {
    ...wanted.bond,
    members: wanted.bond.members.filter((name) => !isTemplate(name)),
  },
});

const withoutTemplates = (desired: DesiredState): DesiredState => ({
  ...desired,
  interfaces: desired.interfaces.filter(isLiteral).map(literalPorts),
  mappings: desired.mappings.filter(
    (wanted) => !isTemplate(wanted.localnet) && !isTemplate(wanted.bridge),
  ),
});

/** The policy's own document, templates left out: what its author wrote, node by node alike. */
export const writtenIntent = (policy: PolicyRecord): DesiredState =>
  policy.usesCapture ? withoutTemplates(policy.desired) : policy.desired;

/** What is known of the policy's wish on a node: rendered there, else what is written plainly. */
export const knownIntentOn = (policy: PolicyRecord, node: NodeView): DesiredState =>
  intentOn(policy, node) ?? writtenIntent(policy);

/** Every document the policy stands for: the written one, and what captures made of it. */
export const intentsOf = (graph: NetworkGraph, policy: PolicyRecord): readonly DesiredState[] => {
  const written = writtenIntent(policy);
  if (!policy.usesCapture) return [written];
  const rendered = graph
    .enactmentsOfPolicy(policy.meta.name)
    .map((enactment) => enactment.rendered)
    .filter((desired) => desired !== undefined);
  return [written, ...rendered];
};

/** The entry asks for an interface that lives; an omitted state means up. */
export const isWanted = (wanted: InterfaceRecord): boolean =>
  wanted.state !== 'absent' && wanted.state !== 'ignore';

export const isBridgeEntry = (wanted: InterfaceRecord): boolean =>
  wanted.type === 'ovs-bridge' || wanted.type === 'linux-bridge';

/**
 * The name is a profile's, the NIC is found by MAC address: such a name need not exist on the
 * node. Source: nmstate rust/src/lib/ifaces/base.rs `identifier`.
 */
export const isNamedByMac = (wanted: InterfaceRecord): boolean =>
  wanted.settings?.identifier === 'mac-address';
