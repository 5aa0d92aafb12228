/**
 * The part of the graph that a CUDN or UDN owns: itself, with the state its conditions give it.
 * The edges from its network and to its NADs belong to those. Source: domain reference A.5, A.6,
 * E.1, CUDN-001, CUDN-002.
 */
import type { Condition } from '../cluster/condition';
import { text } from '../cluster/text';
import type { CudnRecord, UdnRecord } from '../cluster/udnRecord';
import { isKnown, whyUnknown } from './evidence';
import { bareEntity, entityOf } from './fragment';
import type { Fragment, LooseAttributes } from './fragment';
import type { GraphFacts } from './graphFacts';
import { OK, broken, unknown } from './judgement';
import type { Judgement } from './judgement';
import { namespaceOfKey } from './nadReference';

const conditionOf = (conditions: readonly Condition[], type: string): Condition | undefined =>
  conditions.find((condition) => condition.type === type);

const stateOf = ({ meta, conditions }: CudnRecord | UdnRecord): Judgement => {
  const { name } = meta;
  for (const type of ['NetworkCreated', 'NetworkAllocationSucceeded']) {
    const condition = conditionOf(conditions, type);
    if (condition?.status !== 'False') continue;
    const message = condition.message || condition.reason;
    return broken(text('{{name}}: {{type}} is False: {{message}}', { name, type, message }));
  }
  if (conditionOf(conditions, 'NetworkCreated')?.status === 'True') return OK;
  return unknown(
    text('OVN-Kubernetes does not say yet whether it has created {{name}}.', { name }),
  );
};

const describe = ({ network }: CudnRecord | UdnRecord): LooseAttributes => ({
  topology: network.topology,
  role: network.role,
  physicalNetworkName: network.physicalNetworkName,
  vlan: network.vlanId,
  mtu: network.mtu,
  subnets: network.subnets,
  ipam: network.ipamMode,
});

const missing = (facts: GraphFacts, id: string, key: string): Fragment => {
  const isCudn = id.startsWith('cudn/');
  const listingName = isCudn ? 'cudns' : 'udns';
  const listing = facts.snapshot[listingName];
  const namespace = isCudn ? undefined : namespaceOfKey(key);
  const judgement = isKnown(listing, namespace)
    ? broken(text('{{name}}, which owns a generated NAD, does not exist.', { name: key }))
    : unknown(whyUnknown(listingName, listing));
  const entity = bareEntity({
    id,
    kind: isCudn ? 'cudn' : 'udn',
    name: isCudn ? key : key.slice(key.indexOf('/') + 1),
    namespace,
    judgement,
    origin: 'intended',
  });
  return { entities: [entity], edges: [] };
};

/** The part of a CUDN or UDN by its entity id; one that only an owner reference names is missing. */
export const definitionFragment = (facts: GraphFacts, id: string): Fragment => {
  const key = id.slice(id.indexOf('/') + 1);
  const { cudns, udns } = facts.snapshot;
  const record = id.startsWith('cudn/') ? cudns.items.get(key) : udns.items.get(key);
  if (record === undefined) return missing(facts, id, key);
  const { name } = record.meta;
  const namespace = record.meta.namespace === '' ? undefined : record.meta.namespace;
  const fields = { id, kind: record.kind, name, namespace, judgement: stateOf(record) } as const;
  return { entities: [entityOf(fields, describe, record, undefined)], edges: [] };
};
