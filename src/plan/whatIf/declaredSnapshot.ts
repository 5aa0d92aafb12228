/**
 * The cluster as it reads once a plan is written, before any node or controller has acted on it:
 * the objects alone. Drawn, it shows in the topology what is intended and not there yet.
 */
import type { KubeObject } from '../../cluster/kubeObject';
import { metaKey } from '../../cluster/meta';
import { readObject } from '../../cluster/readObject';
import type { ReadObject } from '../../cluster/readObject';
import type { Snapshot } from '../../cluster/snapshot';
import type { Plan, Step } from '../model';

/** The snapshot with one record more, or in place of the one of its name. */
export const withRecord = (snapshot: Snapshot, { key, record }: ReadObject): Snapshot => ({
  ...snapshot,
  [key]: {
    ...snapshot[key],
    items: new Map<string, ReadObject['record']>([
      ...snapshot[key].items,
      [metaKey(record.meta), record],
    ]),
  },
});

/** The object as the API would hold it: new ones get an identity, or nothing could refer to them. */
const stored = ({ write, id }: Step): KubeObject => {
  if (write.type === 'patch') return write.after;
  if (write.type === 'delete') return write.before;
  return {
    ...write.body,
    metadata: { uid: `planned/${id}`, generation: 1, resourceVersion: '0', ...write.body.metadata },
  };
};

/** A record of what the plan leaves of an object keeps what only the cluster's own copy has. */
const written = (snapshot: Snapshot, step: Step): Snapshot => {
  const { ref, write } = step;
  if (write.type === 'patch' && (ref.kind === 'Namespace' || ref.kind === 'Node')) {
    return relabelled(snapshot, step);
  }
  const read = readObject(stored(step));
  if (read === undefined) return snapshot;
  return write.type === 'delete' ? withoutRecord(snapshot, read) : withRecord(snapshot, read);
};

const withoutRecord = (snapshot: Snapshot, { key, record }: ReadObject): Snapshot => {
  const items = new Map<string, ReadObject['record']>(snapshot[key].items);
  items.delete(metaKey(record.meta));
  return { ...snapshot, [key]: { ...snapshot[key], items } };
};

/** Of namespaces and nodes a plan writes labels only, and shows no more of them than these. */
const relabelled = (snapshot: Snapshot, { ref, inverse }: Step): Snapshot => {
  if (inverse.type !== 'removeLabel') return snapshot;
  const { label, value } = inverse;
  if (ref.kind === 'Namespace') {
    const record = snapshot.namespaces.items.get(ref.name);
    if (record === undefined) return snapshot;
    const labels = { ...record.meta.labels, [label]: value };
    return withRecord(snapshot, {
      key: 'namespaces',
      record: { ...record, meta: { ...record.meta, labels } },
    });
  }
  const record = snapshot.nodes.items.get(ref.name);
  if (record === undefined) return snapshot;
  const labels = { ...record.meta.labels, [label]: value };
  return withRecord(snapshot, {
    key: 'nodes',
    record: { ...record, meta: { ...record.meta, labels } },
  });
};

export const declaredSnapshot = (snapshot: Snapshot, plan: Plan): Snapshot =>
  plan.steps.reduce(written, snapshot);
