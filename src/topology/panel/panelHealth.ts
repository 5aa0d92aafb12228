/**
 * The health that is said of an entity in words: at the head of the panel and of a tab, and of each NIC on a
 * network. A VM and its NICs may be well while their path is not; an OK beside a path that is broken or unknown
 * would contradict it, so the path counts for them.
 */
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { traceVnic } from '../../network/traceVnic';
import type { FindingIndex } from '../model/health';
import { compareHealth, healthOf } from '../model/health';
import type { Health } from '../model/picture';
import { keyOf } from './entityNames';

const vnicKeys = (graph: NetworkGraph, { id, kind }: Entity): readonly string[] => {
  if (kind === 'vnic') return [keyOf(id)];
  return kind === 'vm' ? (graph.vms.get(keyOf(id))?.vnics ?? []).map(({ key }) => key) : [];
};

/** The worst of the entity's own health and the verdicts on its paths. */
export const panelHealth = (
  graph: NetworkGraph,
  findings: FindingIndex,
  entity: Entity,
): Health => {
  const verdicts = vnicKeys(graph, entity).map((key): Health => traceVnic(graph, key).verdict);
  const [worst] = [healthOf(entity, findings), ...verdicts].sort(compareHealth);
  return worst ?? 'unknown';
};
