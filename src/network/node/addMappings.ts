/**
 * Bridge mappings of a node, as reported and as wanted: bridge -> mapping -> localnet. A mapping
 * to a bridge that the node does not have is accepted by every component and carries nothing.
 * Source: domain reference B.1, B.4, E.2 (9, 10), NODE-002, NODE-014.
 */
import { text } from '../../cluster/text';
import { mappingTarget } from '../bridgeState';
import { edgeOf, entityOf } from '../fragment';
import type { LooseAttributes } from '../fragment';
import { broken, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import type { Origin } from '../model';
import { whyNoMappings } from '../nodeEvidence';
import type { NodeContext } from './nodeContext';
import type { Wish } from './wishes';

const describe = (localnet: string, bridge: string): LooseAttributes => ({ localnet, bridge });

const addMapping = (
  context: NodeContext,
  name: string,
  bridge: string,
  judgement: Judgement,
  origin: Origin,
): void => {
  const { node } = context;
  const id = context.id('mapping', name);
  const fields = { id, kind: 'mapping', name, node, judgement, origin } as const;
  context.add(entityOf(fields, describe, name, bridge));
  if (bridge !== '') {
    const source = context.ensure('bridge', bridge);
    context.connect(edgeOf(source, id, 'mapping', judgement, origin));
  }
  context.connect(edgeOf(id, `localnet/${name}`, 'localnet', judgement, origin));
};

/** A mapping that a policy wants and the node does not report. */
const addWanted = (context: NodeContext, wish: Wish): void => {
  const { facts, view, node } = context;
  const why = whyNoMappings(facts.snapshot, view, node);
  const bridge = wish.bridge ?? '';
  const values = { policy: wish.policy.meta.name, localnet: wish.name, bridge, node };
  const judgement =
    why === undefined
      ? broken(
          text(
            'Policy {{policy}} maps {{localnet}} to {{bridge}}, but {{node}} has no such mapping.',
            values,
          ),
        )
      : unknown(why);
  addMapping(context, wish.name, bridge, judgement, 'intended');
};

/** Adds reported mappings, then those that are only wanted. */
export const addMappings = (context: NodeContext): void => {
  const { view } = context;
  for (const [localnet, bridge] of view.mappings ?? []) {
    const origin = context.originOf(context.id('mapping', localnet));
    addMapping(context, localnet, bridge, mappingTarget(view, bridge), origin);
  }
  for (const wish of context.wishes) {
    if (wish.kind !== 'mapping' || wish.absent || context.has(wish.id)) continue;
    addWanted(context, wish);
  }
};
