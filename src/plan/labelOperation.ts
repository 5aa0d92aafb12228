/** The patch that puts a label on an object, if it still is the object that was looked at. */
import type { Meta } from '../cluster/meta';
import type { PatchOperation } from './model';

const escapePointer = (part: string): string => part.replace(/~/g, '~0').replace(/\//g, '~1');

/** Path of a label in a JSON patch. */
export const labelPath = (label: string): string => `/metadata/labels/${escapePointer(label)}`;

/** Every namespace and node has labels, so that the map need not be made. */
export const labelOperation = (
  meta: Pick<Meta, 'uid'> | undefined,
  label: string,
  value: string,
): readonly PatchOperation[] => [
  ...(meta === undefined ? [] : [{ op: 'test', path: '/metadata/uid', value: meta.uid } as const]),
  { op: 'add', path: labelPath(label), value },
];
