import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { nns, node, snapshot } from '../../dev/test/makeCluster';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { isSnapshotComplete } from '../cluster/isSnapshotComplete';
import type { Snapshot, ListingState } from '../cluster/snapshot';
import { buildGraph } from './buildGraph';
import type { NetworkGraph } from './networkGraph';
import { finish } from './steps';
import { arbitraryObject, arbitraryObjects } from './testing/arbitraryCluster';
import { canonicalGraph, plainEdge, plainEntity } from './testing/canonicalGraph';
import { propertyRuns } from './testing/propertyRuns';
import { RecordStore } from './testing/recordStore';
import { changesBetween } from './update/changes';
import { updateGraph } from './updateGraph';

type Step =
  | { readonly type: 'put'; readonly object: KubeObject }
  | { readonly type: 'remove'; readonly object: KubeObject }
  | {
      readonly type: 'state';
      readonly kind: 'nodes' | 'nads' | 'nodeStates' | 'namespaces' | 'vms' | 'vmis';
      readonly state: ListingState;
    };

const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.record({ type: fc.constant('put' as const), object: arbitraryObject }),
    weight: 6,
  },
  {
    arbitrary: fc.record({ type: fc.constant('remove' as const), object: arbitraryObject }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('state' as const),
      kind: fc.constantFrom(
        'nodes' as const,
        'nads' as const,
        'nodeStates' as const,
        'namespaces' as const,
        'vms' as const,
        'vmis' as const,
      ),
      state: fc.constantFrom<ListingState>('complete', 'loading', 'forbidden'),
    }),
    weight: 1,
  },
);

const apply = (store: RecordStore, step: Step): void => {
  if (step.type === 'put') store.put(step.object);
  else if (step.type === 'remove') store.remove(step.object);
  else store.setState(step.kind, step.state);
};

const storeOf = (objects: readonly KubeObject[]): RecordStore => {
  const store = new RecordStore();
  for (const object of objects) store.put(object);
  return store;
};

/**
 * The graph must say what one built anew says. The strict comparison is by far the quicker one, and
 * what it finds equal is equal; only what it does not goes to the slower one, which tells the difference.
 */
const expectRebuilt = (graph: NetworkGraph, snapshot: Snapshot): void => {
  const [actual, rebuilt] = [canonicalGraph(graph), canonicalGraph(buildGraph(snapshot))];
  if (!isDeepStrictEqual(actual, rebuilt)) expect(actual).toEqual(rebuilt);
};

/** Entities and edges that came out equal must be the objects they were. */
const expectShared = (before: NetworkGraph, after: NetworkGraph): void => {
  const oldEntities = new Map([...before.entities.values()].map((entity) => [entity.id, entity]));
  for (const entity of after.entities.values()) {
    const was = oldEntities.get(entity.id);
    if (was === undefined || was === entity) continue;
    expect(plainEntity(entity)).not.toEqual(plainEntity(was));
  }
  const oldEdges = new Map([...before.edges.values()].map((edge) => [edge.id, edge]));
  for (const edge of after.edges.values()) {
    const was = oldEdges.get(edge.id);
    if (was === undefined || was === edge) continue;
    expect(plainEdge(edge)).not.toEqual(plainEdge(was));
  }
};

/** One by one, or worked out beforehand and listed: the same things in the same order. */
const expectOneOrder = (graph: NetworkGraph): void => {
  const [entities, edges] = [[...graph.eachEntity()], [...graph.eachEdge()]];
  finish(graph.workOut());
  const isSame = <T>(one: readonly T[], other: Iterable<T>): boolean => {
    const listed = [...other];
    return one.length === listed.length && one.every((item, at) => item === listed[at]);
  };
  expect(isSame(entities, graph.entities.values())).toBe(true);
  expect(isSame(edges, graph.edges.values())).toBe(true);
};

describe('updateGraph', () => {
  it('equals a rebuild after any sequence of adds, changes and removes, and shares what is equal', () => {
    fc.assert(
      fc.property(
        arbitraryObjects,
        fc.array(fc.array(arbitraryStep, { maxLength: 3 }), { maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (objects, batches, looks) => {
          const store = storeOf(objects);
          let graph = buildGraph(store.snapshot());
          batches.forEach((batch, at) => {
            const before = graph;
            // Parts that nobody looked at have nothing to share, and must still be brought forward.
            if (looks[at]) canonicalGraph(before);
            for (const step of batch) apply(store, step);
            graph = updateGraph(before, store.snapshot());
            if (!looks[at]) return;
            expectRebuilt(graph, store.snapshot());
            // The first whole cluster starts afresh, unless only VMs were still to come.
            const wasPart = !isSnapshotComplete(before.snapshot);
            const isBroad = changesBetween(before.snapshot, graph.snapshot) === undefined;
            if (wasPart && isBroad && isSnapshotComplete(graph.snapshot)) return;
            expectShared(before, graph);
          });
          expectRebuilt(graph, store.snapshot());
          expectOneOrder(graph);
        },
      ),
      propertyRuns(300),
    );
  });

  it('gives the very same graph for the very same snapshot', () => {
    const graph = buildGraph(storeOf([]).snapshot());
    expect(updateGraph(graph, graph.snapshot)).toBe(graph);
  });

  it('keeps what nodes are made of when only VMs were still to come', () => {
    const whole = snapshot([node('worker-0'), nns('worker-0'), vm('ns1/web'), vmi('ns1/lone')]);
    const part = { ...whole, vms: { ...whole.vms, state: 'loading' as const } };
    const before = buildGraph(part);
    const [host, lone] = ['node/worker-0', 'vm/ns1/lone'].map((id) => before.entities.get(id));
    const after = updateGraph(before, whole);
    expect(after.entities.get('node/worker-0')).toBe(host);
    expect(lone?.state).toBe('unknown');
    expect(after.entities.get('vm/ns1/lone')?.state).toBe('ok');
  });

  it('keeps views when listings come to their end, but none of a node that reports nothing', () => {
    const whole = snapshot([node('worker-0'), nns('worker-0'), node('worker-1'), vm('ns1/web')]);
    const { nodeStates } = whole;
    const part = { ...whole, nodeStates: { ...nodeStates, state: 'loading' as const } };
    const before = buildGraph(part);
    const after = updateGraph(before, whole);
    expect(after.nodes.get('worker-0')).toBe(before.nodes.get('worker-0'));
    expect(after.vms.get('ns1/web')).toBe(before.vms.get('ns1/web'));
    // What is said of it hangs on what the listing proves.
    expect(after.nodes.get('worker-1')).not.toBe(before.nodes.get('worker-1'));
  });
});
