/**
 * The picture of a graph and its coordinates, for whoever draws it. The layout is computed anew only when
 * the set of ids changed; new data redraws elements in place.
 */
import { useMemo, useRef } from 'react';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { layoutPicture } from '../layout/layoutPicture';
import type { Layout } from '../layout/layoutPicture';
import { buildPicture } from '../model/buildPicture';
import type { Picture } from '../model/picture';
import type { PictureOptions } from '../model/pictureOptions';

/** Ids and the edges between them: what a layout depends on. */
const shapeOf = (picture: Picture): string =>
  [
    ...[...picture.elements.values()].map(({ id, frame }) => `${id}>${frame ?? ''}`),
    ...[...picture.frames.values()].map(({ id, parent }) => `${id}>${parent ?? ''}`),
    ...picture.edges.map(({ id }) => id),
  ].join('\n');

const useLayout = (picture: Picture): Layout => {
  const shape = useMemo(() => shapeOf(picture), [picture]);
  const kept = useRef<{ readonly shape: string; readonly layout: Layout }>();
  if (kept.current?.shape !== shape) {
    kept.current = { shape, layout: layoutPicture(picture) };
  }
  return kept.current.layout;
};

/** The chosen VM, or the VM of the chosen NIC, is never folded away. */
export const keptVms = (graph: NetworkGraph, selection: string): ReadonlySet<string> => {
  const vnic = graph.vnics.get(selection.replace(/^vnic\//, ''));
  if (selection.startsWith('vnic/') && vnic !== undefined) {
    return new Set([`vm/${vnic.namespace}/${vnic.vmName}`]);
  }
  return selection.startsWith('vm/') ? new Set([selection]) : new Set();
};

interface Drawing {
  readonly picture: Picture;
  readonly layout: Layout;
}

/** @param options has to keep its identity while nothing in it changes */
export const usePicture = (
  graph: NetworkGraph,
  diagnosis: Diagnosis,
  options: PictureOptions,
): Drawing => {
  const picture = useMemo(
    () => buildPicture(graph, diagnosis, options),
    [graph, diagnosis, options],
  );
  return { picture, layout: useLayout(picture) };
};
