import fc from 'fast-check';
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import type { Picture } from '../model/picture';
import { healthyWith, pictureOf, stoppedVms } from '../testing/pictureOf';
import type { Box } from './geometry';
import { layoutPicture } from './layoutPicture';
import type { Layout } from './layoutPicture';

const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height - 0.001 &&
  other.y < one.y + one.height - 0.001;

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y >= outer.y - 0.001 &&
  inner.y + inner.height <= outer.y + outer.height + 0.001;

const boxOf = (layout: Layout, id: string): Box => {
  const box = layout.boxes.get(id);
  if (box === undefined) {
    throw new Error(`${id} has no place`);
  }
  return box;
};

/** All pairs of boxes of one kind that overlap. */
const overlapping = (layout: Layout, ids: readonly string[]): readonly string[] =>
  ids.flatMap((one, index) =>
    ids
      .slice(index + 1)
      .filter((other) => overlaps(boxOf(layout, one), boxOf(layout, other)))
      .map((other) => `${one} and ${other}`),
  );

const expectSound = (picture: Picture): void => {
  const layout = layoutPicture(picture);
  const frames = [...picture.frames.values()];
  expect(overlapping(layout, [...picture.elements.keys()])).toEqual([]);
  expect(
    overlapping(
      layout,
      frames.filter(({ parent }) => parent === undefined).map(({ id }) => id),
    ),
  ).toEqual([]);
  expect(
    overlapping(
      layout,
      frames.filter(({ kind }) => kind === 'vm').map(({ id }) => id),
    ),
  ).toEqual([]);
  for (const { id, frame } of picture.elements.values()) {
    if (frame !== undefined) {
      expect(isInside(boxOf(layout, id), boxOf(layout, frame))).toBe(true);
    }
  }
  for (const { id, parent } of frames) {
    if (parent !== undefined) {
      expect(isInside(boxOf(layout, id), boxOf(layout, parent))).toBe(true);
    }
  }
  for (const box of layout.boxes.values()) {
    expect(isInside(box, layout.bounds)).toBe(true);
  }
};

/** Pairs of lines between the same two columns that cross when elements stand at these heights. */
const crossings = (picture: Picture, heightOf: (id: string) => number): number => {
  const columns = new Map<string, { readonly from: number; readonly to: number }[]>();
  for (const { source, target } of picture.edges) {
    const between = [source, target].map((id) => picture.elements.get(id)?.column).join('>');
    const lines = columns.get(between) ?? [];
    columns.set(between, lines);
    lines.push({ from: heightOf(source), to: heightOf(target) });
  }
  let count = 0;
  for (const lines of columns.values()) {
    lines.forEach((one, index) => {
      count += lines
        .slice(index + 1)
        .filter((other) => (one.from - other.from) * (one.to - other.to) < 0).length;
    });
  }
  return count;
};

/** Clusters of some networks in some namespaces and VMs on them. */
const clusters = fc
  .record({
    networks: fc.integer({ min: 0, max: 6 }),
    vms: fc.array(
      fc.record({
        namespace: fc.integer({ min: 1, max: 2 }),
        networks: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }),
        pod: fc.boolean(),
      }),
      { maxLength: 20 },
    ),
  })
  .map(({ networks, vms }) => [
    ...Array.from({ length: networks }, (_, index) =>
      ovnNad(`ns${1 + (index % 2)}/net-${index}`, {
        config: { physicalNetworkName: 'vmdata', vlanID: 300 + index },
      }),
    ),
    ...vms.map(({ namespace, networks: attached, pod }, index) =>
      vm(`ns${namespace}/vm-${index}`, { nics: attached.map((net) => `net-${net}`), pod }),
    ),
  ]);

describe('layoutPicture', () => {
  it('places everything inside its frame and nothing on top of something else', () => {
    fc.assert(
      fc.property(clusters, (objects) => expectSound(pictureOf(healthyWith(...objects)))),
      { numRuns: 30 },
    );
  });

  it('is the same for the same cluster, whatever the order in which it was listed', () => {
    fc.assert(
      fc.property(clusters, (objects) => {
        const there = layoutPicture(pictureOf(healthyWith(...objects)));
        const back = layoutPicture(pictureOf([...healthyWith(...objects)].reverse()));
        const sorted = (layout: Layout) => [...layout.boxes].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(back)).toEqual(sorted(there));
      }),
      { numRuns: 15 },
    );
  });

  it('is the same for the same picture, in whatever order its parts come', () => {
    fc.assert(
      fc.property(clusters, fc.infiniteStream(fc.nat()), (objects, random) => {
        const picture = pictureOf(healthyWith(...objects));
        const there = layoutPicture(picture);
        const shuffled = <T>(items: Iterable<T>): readonly T[] =>
          [...items]
            .map((item) => ({ item, at: Number(random.next().value) }))
            .sort((one, other) => one.at - other.at)
            .map(({ item }) => item);
        const back = layoutPicture({
          ...picture,
          elements: new Map(shuffled(picture.elements)),
          edges: shuffled(picture.edges),
        });
        expect(new Map(back.boxes)).toEqual(new Map(there.boxes));
        expect(new Map(back.paths)).toEqual(new Map(there.paths));
      }),
      { numRuns: 15 },
    );
  });

  it('moves nothing outside the VM column for one more VM, also the first of its project', () => {
    const projects = fc.constantFrom('ns1', 'ns2', 'new');
    fc.assert(
      fc.property(clusters, projects, fc.boolean(), (objects, project, isAttached) => {
        const net = project === 'ns1' ? 'vlan-100' : 'ns1/vlan-100';
        const more = vm(`${project}/more`, isAttached ? { nics: [net] } : { pod: true });
        const before = pictureOf(healthyWith(...objects));
        const layout = layoutPicture(before);
        const after = layoutPicture(pictureOf(healthyWith(...objects, more)));
        const others = [...before.elements.values()].filter(({ column }) => column !== 'vm');
        const around = new Set(others.flatMap(({ frame }) => frame ?? []));
        for (const id of [...others.map((element) => element.id), ...around]) {
          expect([id, after.boxes.get(id)]).toEqual([id, layout.boxes.get(id)]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('runs every edge from the right side of its source to the left side of its target', () => {
    const picture = pictureOf(healthyCluster());
    const layout = layoutPicture(picture);
    for (const { id, source, target } of picture.edges) {
      const path = layout.paths.get(id) ?? [];
      const [from, to] = [boxOf(layout, source), boxOf(layout, target)];
      expect(path[0]).toEqual({ x: from.x + from.width, y: from.y + from.height / 2 });
      expect(path.at(-1)).toEqual({ x: to.x, y: to.y + to.height / 2 });
    }
  });

  it('crosses fewer lines than an order by name would', () => {
    let ours = 0;
    let byName = 0;
    for (const objects of fc.sample(clusters, { numRuns: 25, seed: 7 })) {
      const picture = pictureOf(healthyWith(...objects));
      const { boxes } = layoutPicture(picture);
      ours += crossings(picture, (id) => boxes.get(id)?.y ?? 0);
      const names = new Map([...picture.elements.keys()].sort().map((id, index) => [id, index]));
      byName += crossings(picture, (id) => names.get(id) ?? 0);
    }
    expect(byName).toBeGreaterThan(0);
    // Most of the rest cannot be helped: VMs with NICs on several networks, in projects that stay together.
    expect(ours).toBeLessThan(0.75 * byName);
  });

  it('leads no edge through an element', () => {
    const picture = pictureOf(healthyWith(...stoppedVms(5), vm('ns2/pod', { pod: true })));
    const layout = layoutPicture(picture);
    for (const { id, source, target } of picture.edges) {
      const path = layout.paths.get(id) ?? [];
      for (let index = 1; index + 1 < path.length; index += 2) {
        const [from, to] = [path[index], path[index + 1]];
        const lane: Box = {
          x: from?.x ?? 0,
          y: from?.y ?? 0,
          width: (to?.x ?? 0) - (from?.x ?? 0),
          height: 0.01,
        };
        const hit = [...picture.elements.keys()].filter(
          (other) => other !== source && other !== target && overlaps(lane, boxOf(layout, other)),
        );
        expect(hit).toEqual([]);
      }
    }
  });

  it('gives columns that are empty no room', () => {
    const { columns } = layoutPicture(pictureOf(healthyCluster()));
    const names = columns.map(({ column }) => column);
    expect(names).not.toContain('bond');
    expect(names).toEqual(['port', 'nic', 'bridge', 'mapping', 'network', 'nad', 'vm']);
  });

  it('lays out an empty cluster', () => {
    expect(layoutPicture(pictureOf([])).boxes.size).toBe(0);
  });
});
