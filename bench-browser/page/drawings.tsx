/**
 * In the browser: draws the same elements with this project's topology and with react-topology under its
 * Dagre and Grid layouts, and tells how long model, layout and first draw took each time.
 */
import { createElement } from 'react';
import type { FC } from 'react';

import { createRoot } from 'react-dom/client';
import {
  DagreLayout,
  DefaultEdge,
  DefaultGroup,
  DefaultNode,
  GRAPH_LAYOUT_END_EVENT,
  GraphComponent,
  GridLayout,
  ModelKind,
  NodeShape,
  Visualization,
  VisualizationProvider,
  VisualizationSurface,
  isEdge,
  isGraph,
  isNode,
} from '@patternfly/react-topology';
import type { EdgeModel, GraphElement, Model, NodeModel } from '@patternfly/react-topology';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { completeSnapshot } from '../../src/cluster/snapshotOf';
import type { Diagnosis } from '../../src/doctor/model';
import { runDoctor } from '../../src/doctor/runDoctor';
import { buildGraph } from '../../src/network/buildGraph';
import type { NetworkGraph } from '../../src/network/networkGraph';
import { layoutPicture } from '../../src/topology/layout/layoutPicture';
import { buildPicture } from '../../src/topology/model/buildPicture';
import type { Picture } from '../../src/topology/model/picture';
import { DEFAULT_OPTIONS } from '../../src/topology/model/pictureOptions';
import { Canvas } from '../../src/topology/view/Canvas';

/** Until the browser has painted what was rendered. */
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

const inRoom = async (draw: (room: HTMLElement) => Promise<() => void>): Promise<number> => {
  const room = document.createElement('div');
  room.style.cssText = 'width: 1200px; height: 800px; display: flex';
  document.body.append(room);
  await painted();
  const startedAt = performance.now();
  const done = await draw(room);
  await painted();
  const time = performance.now() - startedAt;
  done();
  room.remove();
  return time;
};

const nothing = (): void => undefined;

const drawOurs = (graph: NetworkGraph, make: () => Picture): Promise<number> =>
  inRoom((room) => {
    const picture = make();
    const layout = layoutPicture(picture);
    const root = createRoot(room);
    root.render(
      <Canvas
        graph={graph}
        picture={picture}
        layout={layout}
        selection=""
        subject=""
        wheel="pan"
        onSelect={nothing}
        onOpen={nothing}
        onClose={nothing}
      />,
    );
    return Promise.resolve(() => root.unmount());
  });

/** The same elements and lines, frames as groups, for react-topology. */
const modelOf = (picture: Picture, layout: string): Model => {
  const inside = new Map<string, string[]>();
  const put = (frame: string | undefined, id: string): void => {
    if (frame !== undefined) inside.set(frame, [...(inside.get(frame) ?? []), id]);
  };
  for (const { id, frame } of picture.elements.values()) put(frame, id);
  for (const { id, parent } of picture.frames.values()) put(parent, id);
  const nodes: NodeModel[] = [...picture.elements.values()].map(({ id, name }) => ({
    id,
    type: 'node',
    label: name,
    width: 120,
    height: 44,
    shape: NodeShape.rect,
  }));
  const groups: NodeModel[] = [...picture.frames.values()].map(({ id }) => ({
    id,
    type: 'group',
    group: true,
    label: id,
    children: inside.get(id) ?? [],
    style: { padding: 20 },
  }));
  const edges: EdgeModel[] = picture.edges.map(({ id, source, target }) => ({
    id,
    type: 'edge',
    source,
    target,
  }));
  return { graph: { id: 'graph', type: 'graph', layout }, nodes: [...nodes, ...groups], edges };
};

interface TheirProps {
  readonly element: GraphElement;
}

const TheirGraph: FC<TheirProps> = ({ element }) =>
  isGraph(element) ? <GraphComponent element={element} /> : null;
const TheirEdge: FC<TheirProps> = ({ element }) =>
  isEdge(element) ? <DefaultEdge element={element} /> : null;
const TheirNode: FC<TheirProps> = ({ element }) =>
  isNode(element) ? <DefaultNode element={element} /> : null;
const TheirGroup: FC<TheirProps> = ({ element }) =>
  isNode(element) ? <DefaultGroup element={element} /> : null;

const drawTheirs = (picture: Picture, layout: 'Dagre' | 'Grid'): Promise<number> =>
  inRoom(async (room) => {
    const controller = new Visualization();
    controller.registerLayoutFactory((type, graph) =>
      type === 'Dagre' ? new DagreLayout(graph, { rankdir: 'LR' }) : new GridLayout(graph),
    );
    controller.registerComponentFactory((kind, type) => {
      if (kind === ModelKind.graph) return TheirGraph;
      if (kind === ModelKind.edge) return TheirEdge;
      return type === 'group' ? TheirGroup : TheirNode;
    });
    const ended = new Promise<void>((resolve) =>
      controller.addEventListener(GRAPH_LAYOUT_END_EVENT, () => resolve()),
    );
    controller.fromModel(modelOf(picture, layout), false);
    const root = createRoot(room);
    root.render(
      createElement(
        VisualizationProvider,
        { controller },
        createElement(VisualizationSurface, { state: {} }),
      ),
    );
    await ended;
    return () => root.unmount();
  });

const best = async (runs: number, draw: () => Promise<number>): Promise<number> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await draw());
  return Math.min(...times);
};

const INTERFACES: ReadonlySet<string> = new Set(['nic', 'bond', 'vlanIf', 'bridge']);

/** Only the interfaces of the nodes, in their frames, and the lines between them. */
const interfacesOf = (picture: Picture): Picture => {
  const elements = new Map([...picture.elements].filter(([, { kind }]) => INTERFACES.has(kind)));
  const frames = new Map([...picture.frames].filter(([, { kind }]) => kind === 'node'));
  const edges = picture.edges.filter(
    ({ source, target }) => elements.has(source) && elements.has(target),
  );
  return { ...picture, elements, frames, edges, size: elements.size + frames.size };
};

const OUR_RUNS = 3;

class Drawings {
  private readonly graph: NetworkGraph;
  private readonly diagnosis: Diagnosis;

  constructor(objects: readonly unknown[], now: number) {
    this.graph = buildGraph(completeSnapshot(objects));
    this.diagnosis = runDoctor({ graph: this.graph, now });
  }

  /** Every interface of every node drawn. */
  private unfolded(): Picture {
    const all = { ...DEFAULT_OPTIONS, isEachNode: true, showsUnused: true };
    return interfacesOf(buildPicture(this.graph, this.diagnosis, all, Infinity));
  }

  size(): { readonly elements: number; readonly edges: number } {
    const { size, edges } = this.unfolded();
    return { elements: size, edges: edges.length };
  }

  async ours(how: 'unfolded' | 'folded'): Promise<number> {
    const make = (): Picture =>
      how === 'unfolded'
        ? this.unfolded()
        : buildPicture(this.graph, this.diagnosis, DEFAULT_OPTIONS);
    return best(OUR_RUNS, () => drawOurs(this.graph, make));
  }

  theirs(layout: 'Dagre' | 'Grid'): Promise<number> {
    return drawTheirs(this.unfolded(), layout);
  }
}

declare global {
  interface Window {
    drawings: Drawings;
    /** Called once by the benchmark, with the objects of a cluster. */
    prepareDrawings: (objects: readonly unknown[], now: number) => Promise<void>;
  }
}

window.prepareDrawings = async (objects, now) => {
  await i18next.use(initReactI18next).init({ lng: 'en', resources: {}, keySeparator: false });
  window.drawings = new Drawings(objects, now);
};
