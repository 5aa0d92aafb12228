import fc from 'fast-check';
import type { KubeObject } from '../cluster/kubeObject';
import { completeSnapshot, snapshotOf } from '../cluster/snapshotOf';
import { buildGraph } from './buildGraph';
import { coverageMatrix } from './coverageMatrix';
import { compareNode, compareVnic } from './intendedVsActual';
import type { NetworkGraph } from './networkGraph';
import { ovnView } from './ovnView';
import { profilesOf } from './profiles';
import { arbitraryObject, arbitraryObjects } from './testing/arbitraryCluster';
import { canonicalGraph } from './testing/canonicalGraph';
import { propertyRuns } from './testing/propertyRuns';
import { traceVnic } from './traceVnic';
import { foldVms } from './vmFolding';
import { vmReach } from './vmReach';

/** Asks everything that can be asked of a graph. */
const askEverything = (graph: NetworkGraph): void => {
  for (const entity of graph.entities.values()) {
    Object.values(entity.attributes);
    graph.outgoing(entity.id);
    graph.incoming(entity.id);
  }
  for (const edge of graph.edges.values()) graph.edges.get(edge.id);
  for (const view of graph.nodes.values()) {
    for (const bridge of view.bridges.values()) {
      expect(bridge.leaves.length).toBeGreaterThanOrEqual(0);
      expect(bridge.uplinkMtu).not.toBeNull();
    }
    expect(view.protectedInterfaces.size).toBeGreaterThanOrEqual(0);
    compareNode(graph, view.name);
    ovnView(graph, view.name);
  }
  for (const vnic of graph.vnics.values()) {
    compareVnic(vnic);
    expect(traceVnic(graph, vnic.key).elsewhere).toBeDefined();
    for (const node of graph.nodes.keys()) traceVnic(graph, vnic.key, { node });
  }
  for (const key of graph.vms.keys()) vmReach(graph, key);
  profilesOf(graph);
  foldVms(graph);
  coverageMatrix(graph);
};

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** All places in a JSON value, as lists of keys. */
const placesIn = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] =>
  isContainer(value)
    ? [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))]
    : [at];

/** The value with another one at a place. */
const planted = (value: unknown, place: readonly string[], other: unknown): unknown => {
  const [key, ...rest] = place;
  if (key === undefined || !isContainer(value)) return other;
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) =>
      String(at) === key ? planted(item, rest, other) : item,
    );
  }
  return { ...value, [key]: planted(value[key], rest, other) };
};

/** A well-formed object in which one field, whichever, holds any JSON. */
const spoiltObject = fc
  .tuple(arbitraryObject, fc.nat(), fc.jsonValue({ maxDepth: 2 }))
  .map(([object, where, value]) => {
    const places = placesIn(object).filter(([first]) => first !== 'kind' && first !== 'apiVersion');
    return planted(object, places[where % places.length] ?? [], value);
  });

describe('the graph of any cluster', () => {
  it('is built and read without an error, whatever JSON is in any field', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(spoiltObject, arbitraryObject), { maxLength: 12 }),
        (objects) => {
          askEverything(buildGraph(snapshotOf(objects)));
          askEverything(buildGraph(completeSnapshot(objects)));
        },
      ),
      propertyRuns(150),
    );
  });

  it('does not depend on the order of the objects', () => {
    const distinct = fc.uniqueArray(arbitraryObject, {
      selector: (o: KubeObject) =>
        `${String(o.kind)} ${String(o.metadata?.namespace)}/${String(o.metadata?.name)}`,
      maxLength: 25,
    });
    fc.assert(
      fc.property(
        distinct.chain((objects) =>
          fc.tuple(
            fc.constant(objects),
            fc.shuffledSubarray(objects, { minLength: objects.length }),
          ),
        ),
        ([objects, shuffled]) => {
          expect(canonicalGraph(buildGraph(completeSnapshot(shuffled)))).toEqual(
            canonicalGraph(buildGraph(completeSnapshot(objects))),
          );
        },
      ),
      propertyRuns(150),
    );
  });

  it('has every id once, every end of every edge, a reason for all that is not ok', () => {
    fc.assert(
      fc.property(arbitraryObjects, (objects) => {
        const graph = buildGraph(completeSnapshot(objects));
        const ids = [...graph.entities.values()].map((entity) => entity.id);
        expect(new Set(ids).size).toBe(ids.length);
        const edges = [...graph.edges.values()];
        expect(new Set(edges.map((edge) => edge.id)).size).toBe(edges.length);
        for (const edge of edges) {
          expect(graph.entities.get(edge.source)?.id).toBe(edge.source);
          expect(graph.entities.get(edge.target)?.id).toBe(edge.target);
        }
        for (const { id, state, reason } of [...graph.entities.values(), ...edges]) {
          expect([id, reason === undefined]).toEqual([id, state === 'ok']);
        }
      }),
      propertyRuns(200),
    );
  });

  it('finds the same edges by entity as by looking at all of them', () => {
    fc.assert(
      fc.property(arbitraryObjects, (objects) => {
        const graph = buildGraph(completeSnapshot(objects));
        const edges = [...graph.edges.values()];
        for (const { id } of graph.entities.values()) {
          const ids = (list: Iterable<{ readonly id: string }>) =>
            [...list].map((e) => e.id).sort();
          expect(ids(graph.outgoing(id))).toEqual(ids(edges.filter((e) => e.source === id)));
          expect(ids(graph.incoming(id))).toEqual(ids(edges.filter((e) => e.target === id)));
        }
        for (const edge of edges) expect(graph.edges.get(edge.id)).toBe(edge);
      }),
      propertyRuns(100),
    );
  });

  it('ends every trace at the wire or at the first hop that fails', () => {
    fc.assert(
      fc.property(arbitraryObjects, (objects) => {
        const graph = buildGraph(completeSnapshot(objects));
        for (const vnic of graph.vnics.values()) {
          const trace = traceVnic(graph, vnic.key);
          expect(trace.hops[0]?.id).toBe(vnic.id);
          expect(trace.broken !== undefined).toBe(trace.verdict === 'broken');
          expect(trace.reason === undefined).toBe(trace.verdict === 'ok');
          expect(trace.hops.length).toBeLessThan(60);
          if (trace.broken !== undefined) {
            expect(trace.hops.map((hop) => hop.id)).toContain(trace.broken);
          }
        }
      }),
      propertyRuns(200),
    );
  });
});
