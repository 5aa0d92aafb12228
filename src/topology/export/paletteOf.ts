/** The colours of the drawing as they are on screen now, so that an export looks like what was seen. */
import { ACCENTS } from '../model/accents';
import type { Palette } from './svgSheet';

const token = (style: CSSStyleDeclaration, name: string, otherwise: string): string =>
  style.getPropertyValue(`--pf-t--global--${name}`).trim() || otherwise;

const ACCENT_NAMES = ['blue', 'teal', 'purple', 'orange', 'green', 'yellow'] as const;

/** @param element one inside the drawing; it sees the theme */
export const paletteOf = (element: HTMLElement): Palette => {
  const style = getComputedStyle(element);
  return {
    background: token(style, 'background--color--secondary--default', 'white'),
    box: token(style, 'background--color--primary--default', 'white'),
    border: token(style, 'border--color--default', 'gray'),
    words: token(style, 'text--color--regular', 'black'),
    subtle: token(style, 'text--color--subtle', 'dimgray'),
    line: token(style, 'icon--color--subtle', 'gray'),
    broken: token(style, 'color--status--danger--default', 'red'),
    warning: token(style, 'color--status--warning--default', 'orange'),
    accents: ACCENT_NAMES.slice(0, ACCENTS).map((name) =>
      token(style, `border--color--nonstatus--${name}--default`, 'gray'),
    ),
  };
};
