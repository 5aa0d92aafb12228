/** CUDN-006: a NAD of the network's name that somebody else made stands in the way. */
import type { NadRecord } from '../../cluster/nadRecord';
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import { isKnown } from '../../network/evidence';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { fault, unclear } from '../finding';
import { judgeDefinitions } from '../judgeDefinitions';
import type { Rule } from '../model';
import { nadId, owningCudn, owningUdn } from '../nadFacts';
import type { Definition } from '../udnFacts';
import { definitionLabel, idOfDefinition, namespacesReached } from '../udnFacts';

const id = 'CUDN-006';
const FOREIGN =
  /foreign NetworkAttachmentDefinition with the desired name already exist \[([^\]]*)\]/;

const isOwn = (definition: Definition, nad: NadRecord): boolean =>
  (definition.kind === 'cudn' ? owningCudn(nad) : owningUdn(nad)) === definition.meta.name;

const reachOf = (graph: NetworkGraph, definition: Definition): readonly string[] | undefined =>
  definition.kind === 'udn' ? [definition.meta.namespace] : namespacesReached(graph, definition);

/** Ids of NADs in the way: those that are there, and those that the message names. */
const blockersOf = (graph: NetworkGraph, definition: Definition): readonly string[] => {
  const { name } = definition.meta;
  const seen = (reachOf(graph, definition) ?? []).flatMap((namespace) => {
    const nad = graph.snapshot.nads.items.get(`${namespace}/${name}`);
    return nad === undefined || isOwn(definition, nad) ? [] : [nadId(nad)];
  });
  const message = conditionOf(definition.conditions, 'NetworkCreated')?.message ?? '';
  const named = (FOREIGN.exec(message)?.[1] ?? '')
    .split(/[\s,]+/)
    .filter((key) => key.includes('/'));
  return [...new Set([...seen, ...named.map((key) => entityId('nad', key))])].sort();
};

export const CUDN_006: Rule = {
  id,
  title: text('A foreign NAD blocks creation'),
  severity: 'error',
  tier: 'S',
  reads: ['nads'],
  consults: ['cudns', 'udns', 'namespaces'],
  source: 'ovn-kubernetes go-controller/pkg/clustermanager/userdefinednetwork',
  check: ({ graph }) =>
    judgeDefinitions(id, graph, (definition) => {
      const blockers = blockersOf(graph, definition);
      const subject = idOfDefinition(definition);
      if (blockers.length === 0) {
        const isSure =
          reachOf(graph, definition) !== undefined || isKnown(graph.snapshot.namespaces);
        return isSure ? undefined : unclear(subject, text('Namespaces cannot be read'));
      }
      const nads = nameList(blockers.map((blocker) => blocker.slice('nad/'.length)));
      return fault({
        severity: 'error',
        subject,
        related: blockers,
        message: text('{{network}} cannot make its NAD: {{nads}} is there and is not its own.', {
          network: definitionLabel(definition),
          nads,
        }),
        symptom: text('VMs of that namespace get the other network, or none.'),
        fix: text('Rename or delete {{nads}}, or give the network another name.', { nads }),
      });
    }),
};
