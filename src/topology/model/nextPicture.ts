/**
 * The picture after a change: the one that is there where the change does not show in it, else a new one
 * that keeps every element, frame and line that came out equal.
 */
import { finish } from '../../network/steps';
import type { Steps } from '../../network/steps';
import { pictureSteps } from './buildPicture';
import { isDrawnAlike } from './isDrawnAlike';
import type { Pictured } from './isDrawnAlike';
import type { Picture } from './picture';
import type { PictureOptions } from './pictureOptions';
import { sharePicture } from './sharePicture';

/** A picture and what it was made from. */
export interface Drawable extends Pictured {
  readonly options: PictureOptions;
}

export interface LastPicture extends Drawable {
  readonly picture: Picture;
}

/** Piece by piece. Equal to a picture that is built anew. */
export function* nextPictureSteps(
  last: LastPicture | undefined,
  { graph, diagnosis, options }: Drawable,
): Steps<Picture> {
  // What changed is worked out piece by piece, and then compared at once.
  yield* graph.workOut();
  if (last?.options === options && isDrawnAlike(last, { graph, diagnosis }, options)) {
    return { ...last.picture, standsFor: last.picture.standsFor.of(graph) };
  }
  const made = yield* pictureSteps(graph, diagnosis, options);
  return last === undefined ? made : sharePicture(last.picture, made);
}

/** The next picture at once. */
export const nextPicture = (last: LastPicture | undefined, of: Drawable): Picture =>
  finish(nextPictureSteps(last, of));
