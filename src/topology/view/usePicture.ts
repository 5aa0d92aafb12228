/**
 * The picture of a graph and its coordinates, for whoever draws it. The layout is computed anew only when
 * the set of ids or the language changed; new data redraws elements in place, and only those that it changed.
 */
import { useMemo, useRef } from 'react';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { ColumnWidths } from '../layout/geometry';
import { layoutPicture } from '../layout/layoutPicture';
import type { Layout } from '../layout/layoutPicture';
import { nextPicture, nextPictureSteps } from '../model/nextPicture';
import type { Drawable, LastPicture } from '../model/nextPicture';
import type { Picture } from '../model/picture';
import type { PictureOptions } from '../model/pictureOptions';
import { useDrawAhead } from '../../ui/drawAhead';
import { useColumnWidths } from './useColumnWidths';

/** Ids and the edges between them: what a layout depends on. */
const shapeOf = (picture: Picture): string =>
  [
    ...[...picture.elements.values()].map(({ id, frame }) => `${id}>${frame ?? ''}`),
    ...[...picture.frames.values()].map(({ id, parent }) => `${id}>${parent ?? ''}`),
    ...picture.edges.map(({ id }) => id),
  ].join('\n');

/** The chosen VM, or the VM of the chosen NIC, is never folded away; '' when neither is chosen. */
export const keptVm = (graph: NetworkGraph, selection: string): string => {
  const vnic = graph.vnics.get(selection.replace(/^vnic\//, ''));
  if (selection.startsWith('vnic/') && vnic !== undefined) {
    return `vm/${vnic.namespace}/${vnic.vmName}`;
  }
  return selection.startsWith('vm/') ? selection : '';
};

interface Drawing {
  readonly picture: Picture;
  readonly layout: Layout;
}

/** What was drawn last, or is about to be. */
interface Drawn extends Drawing, LastPicture {
  readonly shape: string;
  readonly widths: ColumnWidths;
}

const isOf = (drawn: Drawable, { graph, diagnosis, options }: Drawable): boolean =>
  drawn.graph === graph && drawn.diagnosis === diagnosis && drawn.options === options;

/** The drawing of a picture: mostly all of it stays in its place. */
const drawingOf = (
  before: Drawn | undefined,
  picture: Picture,
  of: Drawable,
  widths: ColumnWidths,
): Drawn => {
  const shape = shapeOf(picture);
  const isSame = before?.shape === shape && before.widths === widths;
  const layout = isSame ? before.layout : layoutPicture(picture, widths);
  return { ...of, picture, shape, widths, layout };
};

/**
 * The drawing of a graph with the findings about it. That of a graph to come is worked out beforehand, so
 * that it is there when the graph is.
 * @param options has to keep its identity while nothing in it changes
 */
export const usePicture = (
  graph: NetworkGraph,
  diagnosis: Diagnosis,
  options: PictureOptions,
): Drawing => {
  const widths = useColumnWidths();
  const drawn = useRef<Drawn>();
  const ahead = useRef<Drawn>();
  useDrawAhead(function* (coming, shown) {
    const before = drawn.current;
    if (before === undefined || before.graph !== shown) return;
    const of = { ...coming, options: before.options };
    const picture = yield* nextPictureSteps(before, of);
    yield;
    ahead.current = drawingOf(before, picture, of, widths);
  });
  return useMemo(() => {
    const of = { graph, diagnosis, options };
    const known = [drawn.current, ahead.current].find(
      (made) => made !== undefined && made.widths === widths && isOf(made, of),
    );
    // What was made ahead for something else would keep its graph alive.
    ahead.current = undefined;
    drawn.current = known ?? drawingOf(drawn.current, nextPicture(drawn.current, of), of, widths);
    return drawn.current;
  }, [graph, diagnosis, options, widths]);
};
