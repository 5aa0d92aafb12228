/** Replaces the outdated cells of a graph; all others are taken over as they are. */
import { Cell } from '../cell';
import type { Parts } from '../cell';
import { ChunkedMap } from '../chunkedMap';
import type { GraphFacts } from '../graphFacts';
import { PART_KINDS } from '../parts';
import type { PartKind } from '../parts';
import type { Outdated } from './outdatedParts';

/** Whether the part exists in these facts: the same question that `PART_KEYS` answers for all. */
const EXISTS: Readonly<Record<PartKind, (facts: GraphFacts, key: string) => boolean>> = {
  cluster: () => true,
  plain: () => true,
  multiNetworkPolicy: () => true,
  switch: (facts, key) => facts.portsOfSwitch.has(key),
  switchPort: (facts, key) => facts.portClaims.has(key),
  node: (facts, key) => facts.nodes.has(key),
  policy: ({ snapshot, enactments }, key) =>
    snapshot.policies.items.has(key) || enactments.has(key),
  localnet: (facts, key) =>
    facts.mappings.has(key) || facts.wantedMappings.has(key) || facts.byPhysicalName.has(key),
  network: (facts, key) => facts.networks.has(key),
  definition: ({ snapshot, nadsByDefinition }, id) => {
    const key = id.slice(id.indexOf('/') + 1);
    const { cudns, udns } = snapshot;
    const isThere = id.startsWith('cudn/') ? cudns.items.has(key) : udns.items.has(key);
    return isThere || nadsByDefinition.has(id);
  },
  nad: (facts, key) =>
    facts.snapshot.nads.items.has(key) ||
    facts.vmsByNad.has(key) ||
    facts.expectedNads.has(key) ||
    facts.nadsOfPolicies.has(key),
  vm: (facts, key) => facts.vms.has(key),
};

type Table = ReadonlyMap<string, Cell>;

const replacePlain = (table: Table, edits: ReadonlyMap<string, Cell | undefined>): Table => {
  const next = new Map(table);
  let isUnsorted = false;
  for (const [key, cell] of edits) {
    if (cell === undefined) next.delete(key);
    else {
      isUnsorted ||= !next.has(key);
      next.set(key, cell);
    }
  }
  return isUnsorted ? new Map([...next.entries()].sort(([a], [b]) => (a < b ? -1 : 1))) : next;
};

/** The cells of `facts`. */
export const updateParts = (before: Parts, facts: GraphFacts, outdated: Outdated): Parts => {
  const tables = PART_KINDS.map((kind): [PartKind, Table] => {
    const table = before[kind];
    const edits = new Map<string, Cell | undefined>();
    for (const key of outdated[kind]) {
      const exists = EXISTS[kind](facts, key);
      if (exists) edits.set(key, new Cell(kind, key, table.get(key)));
      else if (table.has(key)) edits.set(key, undefined);
    }
    if (edits.size === 0) return [kind, table];
    if (table instanceof ChunkedMap) return [kind, table.with(edits)];
    return [kind, replacePlain(table, edits)];
  });
  return Object.fromEntries(tables) as Parts;
};
