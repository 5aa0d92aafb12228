/**
 * Fold before you draw: boxes that look the same are drawn once, with their number. Nodes fold
 * by what is in their box and what it is tied to outside; VMs by namespace and networks. A box
 * that differs stands alone, because differences are what one looks for.
 */
import type { Drawing, Link, Shape } from './drawing';

interface Box {
  /** Node name or VM id. */
  readonly name: string;
  readonly signature: string;
}

/** Which box a shape is in; undefined for what is in none. */
type BoxOf = (shape: Shape) => string | undefined;

/** What the shape is called inside its box, the same in boxes that look alike. */
const localName = (shape: Shape): string => `${shape.kind} ${shape.lines.join(' ')} ${shape.state}`;

const group = <T>(items: Iterable<T>, keyOf: (item: T) => string | undefined) => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
};

/** One line per shape and per link of the box, sorted: equal for boxes that look alike. */
const signatures = (drawing: Drawing, boxOf: BoxOf): readonly Box[] => {
  const shapes = new Map(drawing.shapes.map((shape) => [shape.id, shape]));
  const parts = new Map<string, string[]>();
  const add = (box: string, part: string): void => {
    const known = parts.get(box);
    if (known === undefined) parts.set(box, [part]);
    else known.push(part);
  };
  const endOf = (shape: Shape, box: string): string =>
    boxOf(shape) === box ? localName(shape) : shape.id;
  for (const shape of drawing.shapes) {
    const box = boxOf(shape);
    if (box !== undefined) add(box, `${localName(shape)} in ${shape.namespace ?? ''}`);
  }
  for (const link of drawing.links) {
    // Patches come and go with the VMs of a node: they are no part of its shape.
    if (link.kind === 'patch') continue;
    const source = shapes.get(link.source);
    const target = shapes.get(link.target);
    if (source === undefined || target === undefined) continue;
    for (const box of new Set([boxOf(source), boxOf(target)])) {
      if (box === undefined) continue;
      add(box, `${endOf(source, box)} > ${endOf(target, box)} ${link.kind} ${link.state}`);
    }
  }
  return [...parts].map(([name, lines]) => ({ name, signature: lines.sort().join('\n') }));
};

const title = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '') : `${names[0] ?? ''} and ${names.length - 1} more like it`;

interface Folded {
  readonly drawing: Drawing;
  readonly titles: ReadonlyMap<string, string>;
}

/** Keeps the first box of each signature; `nameOf` is what a box is called in its title. */
const fold = (drawing: Drawing, boxOf: BoxOf, nameOf: (box: string) => string): Folded => {
  const titles = new Map<string, string>();
  for (const boxes of group(signatures(drawing, boxOf), (box) => box.signature).values()) {
    const [first] = boxes;
    if (first !== undefined) titles.set(first.name, title(boxes.map((box) => nameOf(box.name))));
  }
  const shapes = drawing.shapes.filter((shape) => {
    const box = boxOf(shape);
    return box === undefined || titles.has(box);
  });
  const kept = new Set(shapes.map((shape) => shape.id));
  const links = drawing.links.filter((link) => kept.has(link.source) && kept.has(link.target));
  return { drawing: { ...drawing, shapes, links }, titles };
};

/**
 * Ports of a switch differ for every node, so two nodes on one switch would never look alike: the
 * switch itself takes the place of its ports.
 */
const withoutSwitchPorts = (drawing: Drawing): Drawing => {
  const switchOf = new Map<string, string>();
  for (const link of drawing.links) {
    if (link.kind === 'switchPort') switchOf.set(link.target, link.source);
  }
  const moved: Link[] = drawing.links
    .filter((link) => link.kind !== 'switchPort')
    .map((link) => ({ ...link, source: switchOf.get(link.source) ?? link.source }));
  return {
    ...drawing,
    shapes: drawing.shapes.filter((shape) => !switchOf.has(shape.id)),
    links: moved,
  };
};

const nodesIn = (drawing: Drawing): number =>
  new Set(drawing.shapes.map((shape) => shape.node).filter((node) => node !== undefined)).size;

const vmName = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** Folds nodes first, then VMs: a VM's links do not depend on which node is drawn. */
export const foldDrawing = (drawing: Drawing): Drawing => {
  const plain = nodesIn(drawing) > 1 ? withoutSwitchPorts(drawing) : drawing;
  const nodes = fold(
    plain,
    (shape) => shape.node,
    (name) => name,
  );
  const vms = fold(nodes.drawing, (shape) => shape.vm, vmName);
  return { ...vms.drawing, nodeTitles: nodes.titles, vmTitles: vms.titles };
};
