/**
 * The answer as a Mermaid flowchart: a box per node (or per group of nodes that look alike), a
 * box per namespace with a box per VM in it, the wire at the top.
 */
import type { EdgeKind, EntityKind, State } from '../../src/network/model';
import type { Drawing, Link, Shape } from './drawing';
import { foldDrawing } from './foldDrawing';
import { mermaidLabel } from '../../src/cluster/mermaidLabel';
import type { Report } from './report';
import { toDrawing } from './toDrawing';

/** Above this a diagram is a carpet: VMs are left out, and the diagram says so. */
const MAX_SHAPES = 300;

/** Opening and closing brackets of a shape; rectangles unless said. */
const BRACKETS: Partial<Record<EntityKind, readonly [string, string]>> = {
  bridge: ['[[', ']]'],
  mapping: ['([', '])'],
  localnet: ['([', '])'],
  network: ['{{', '}}'],
  nad: ['[/', '/]'],
  cudn: ['[/', '/]'],
  udn: ['[/', '/]'],
  vnic: ['(', ')'],
  nic: ['(', ')'],
};

/** Edges that carry many VLANs are thick, as on a wiring plan. */
const TRUNKS: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['link', 'member', 'base', 'port']);

const arrowOf = (link: Link): string => {
  if (link.state === 'broken') return '--x';
  if (link.state === 'unknown') return '-.->';
  return TRUNKS.has(link.kind) ? '==>' : '-->';
};

const STATE_CLASSES: Readonly<Record<State, string>> = {
  ok: '',
  broken: ':::broken',
  unknown: ':::unknown',
};

/** Short names for ids, which may hold anything. */
class Names {
  private readonly known = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  of(id: string): string {
    const name = this.known.get(id) ?? `${this.prefix}${this.known.size}`;
    this.known.set(id, name);
    return name;
  }
}

class Writer {
  private readonly lines: string[] = ['graph TD'];
  private readonly shapes = new Names('s');
  private readonly boxes = new Names('b');

  constructor(private readonly drawing: Drawing) {}

  write(): string {
    for (const note of this.drawing.notes) this.lines.push(`  %% ${note}`);
    this.writeLoose();
    this.writeBoxes(
      (shape) => shape.node,
      'node',
      (box) => this.nodeTitle(box),
    );
    this.writeBoxes(
      (shape) => shape.namespace,
      'namespace',
      (box) => `namespace ${box}`,
    );
    for (const link of this.drawing.links) {
      const source = this.shapes.of(link.source);
      this.lines.push(`  ${source} ${arrowOf(link)} ${this.shapes.of(link.target)}`);
    }
    this.lines.push('  classDef broken fill:#fbb,stroke:#c00,color:#000,stroke-width:2px');
    this.lines.push('  classDef unknown fill:#eee,stroke:#888,color:#000,stroke-dasharray:4 4');
    return `${this.lines.join('\n')}\n`;
  }

  private nodeTitle(node: string): string {
    return this.drawing.nodeTitles.get(node) ?? node;
  }

  private writeShape(shape: Shape, indent: string): void {
    const [open, close] = BRACKETS[shape.kind] ?? ['[', ']'];
    const label = mermaidLabel(...shape.lines);
    const name = this.shapes.of(shape.id);
    this.lines.push(`${indent}${name}${open}${label}${close}${STATE_CLASSES[shape.state]}`);
  }

  private writeLoose(): void {
    for (const shape of this.drawing.shapes) {
      if (shape.node === undefined && shape.namespace === undefined) this.writeShape(shape, '  ');
    }
  }

  private writeBoxes(
    boxOf: (shape: Shape) => string | undefined,
    kind: string,
    titleOf: (box: string) => string,
  ): void {
    const boxes = new Map<string, Shape[]>();
    for (const shape of this.drawing.shapes) {
      const box = boxOf(shape);
      if (box === undefined) continue;
      const inside = boxes.get(box) ?? [];
      inside.push(shape);
      boxes.set(box, inside);
    }
    for (const [box, inside] of boxes) {
      const name = this.boxes.of(`${kind}/${box}`);
      this.lines.push(`  subgraph ${name}[${mermaidLabel(titleOf(box))}]`);
      this.writeInside(inside);
      this.lines.push('  end');
    }
  }

  /** NICs of a VM stand in a box of their own. */
  private writeInside(inside: readonly Shape[]): void {
    const vms = new Map<string, Shape[]>();
    for (const shape of inside) {
      if (shape.vm === undefined) this.writeShape(shape, '    ');
      else vms.set(shape.vm, [...(vms.get(shape.vm) ?? []), shape]);
    }
    for (const [vm, nics] of vms) {
      const title = this.drawing.vmTitles.get(vm) ?? vm;
      this.lines.push(`    subgraph ${this.boxes.of(vm)}[${mermaidLabel(`VM ${title}`)}]`);
      for (const nic of nics) this.writeShape(nic, '      ');
      this.lines.push('    end');
    }
  }
}

const withoutVms = (drawing: Drawing): Drawing => {
  const shapes = drawing.shapes.filter((shape) => shape.kind !== 'vnic');
  const left = drawing.shapes.length - shapes.length;
  const kept = new Set(shapes.map((shape) => shape.id));
  return {
    ...drawing,
    shapes,
    links: drawing.links.filter((link) => kept.has(link.source) && kept.has(link.target)),
    notes: [`${left} VM NICs are left out: narrow it down with --node or --trace`],
  };
};

/** Deterministic: the same input gives the same diagram. */
export const mermaidReport = (report: Report): string => {
  const drawing = foldDrawing(toDrawing(report));
  return new Writer(drawing.shapes.length > MAX_SHAPES ? withoutVms(drawing) : drawing).write();
};
