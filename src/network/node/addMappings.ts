/**
 * Bridge mappings of a node, as reported and as wanted: bridge -> mapping -> localnet. A mapping
 * to a bridge that the node does not have is accepted by every component and carries nothing.
 * Source: domain reference B.1, B.4, E.2 (9, 10), NODE-002, NODE-014.
 */
import { text } from '../../cluster/text';
import { mappingTarget } from '../bridgeState';
import { attributesOf, edgeOf, entityOf } from '../fragment';
import { broken, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import type { Origin } from '../model';
import { whyNoMappings } from '../nodeEvidence';
import type { NodeContext } from './nodeContext';
import type { Wish } from './wishes';

const addMapping = (
  context: NodeContext,
  localnet: string,
  bridge: string,
  judgement: Judgement,
  origin: Origin,
): void => {
  const { builder, node } = context;
  const id = `mapping/${node}/${localnet}`;
  builder.add(
    entityOf({
      id,
      kind: 'mapping',
      name: localnet,
      node,
      judgement,
      origin,
      attributes: attributesOf({ localnet, bridge }),
    }),
  );
  if (bridge !== '') {
    const source = context.ensure('bridge', bridge);
    builder.connect(edgeOf(source, id, 'mapping', judgement, origin));
  }
  builder.connect(edgeOf(id, `localnet/${localnet}`, 'localnet', judgement, origin));
};

/** A mapping that a policy wants and the node does not report. */
const addWanted = (context: NodeContext, wish: Wish): void => {
  const { facts, view, node } = context;
  const why = whyNoMappings(facts.snapshot, view, node);
  const judgement =
    why === undefined
      ? broken(
          text(
            'Policy {{policy}} maps {{localnet}} to {{bridge}}, but {{node}} has no such mapping.',
            {
              policy: wish.policy.meta.name,
              localnet: wish.name,
              bridge: wish.bridge ?? '',
              node,
            },
          ),
        )
      : unknown(why);
  addMapping(context, wish.name, wish.bridge ?? '', judgement, 'intended');
};

/** Adds reported mappings, then those that are only wanted. */
export const addMappings = (context: NodeContext): void => {
  const { view, builder, node } = context;
  for (const [localnet, bridge] of view.mappings ?? []) {
    const id = `mapping/${node}/${localnet}`;
    addMapping(context, localnet, bridge, mappingTarget(view, bridge), context.originOf(id));
  }
  for (const wish of context.wishes) {
    if (wish.kind !== 'mapping' || wish.absent || builder.has(wish.id)) continue;
    addWanted(context, wish);
  }
};
