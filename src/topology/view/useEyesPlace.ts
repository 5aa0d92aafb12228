/**
 * Keeps the eye's place while the picture changes under it: after a live change or an opened fold the
 * view goes along with what the reader looks at. While lists are still coming in the whole picture is
 * fitted instead, and another subject starts from the whole.
 */
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Layout } from '../layout/layoutPicture';
import { anchorOf } from './anchorOf';
import type { PanZoom } from './usePanZoom';

interface EyesPlace {
  readonly container: RefObject<HTMLElement>;
  readonly layout: Layout;
  readonly subject: string;
  /** Id of the element with the keyboard focus; '' for none. */
  readonly focused: string;
  readonly selected: ReadonlySet<string>;
  readonly pan: PanZoom;
  /** All lists have come in. */
  readonly isLive: boolean;
}

export const useEyesPlace = (props: EyesPlace): void => {
  const { container, layout, subject, focused, selected, pan, isLive } = props;
  const { keep, reset, view } = pan;
  const shown = useRef({ layout, subject, isLive, view });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { layout, subject, isLive, view };
    const element = container.current;
    if (before.subject !== subject) {
      reset();
      return;
    }
    if (before.layout === layout || !before.isLive || element === null) return;
    const eye = {
      x: (element.clientWidth / 2 - before.view.x) / before.view.zoom,
      y: (element.clientHeight / 2 - before.view.y) / before.view.zoom,
    };
    const anchor = anchorOf(before.layout, layout, [focused, ...selected], eye);
    if (anchor !== undefined) keep(anchor, before.view);
  });
};
