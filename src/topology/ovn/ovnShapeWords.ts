/** The words of a shape of the OVN view, in the user's language; one place for screen and file. */
import type { Say } from '../export/drawnText';
import type { OvnShape } from './ovnDrawing';
import { ovnKindName } from './ovnNames';

export interface OvnShapeWords {
  readonly kind: string;
  readonly name: string;
  /** '' for none. */
  readonly detail: string;
  readonly reason: string;
}

/** @param say translates */
export const ovnShapeWords = (shape: OvnShape, say: Say): OvnShapeWords => ({
  kind: say(ovnKindName(shape.kind)),
  name: shape.title === undefined ? shape.name : say(shape.title),
  detail: shape.detail === undefined ? '' : say(shape.detail),
  reason: shape.reason === undefined ? '' : say(shape.reason),
});
