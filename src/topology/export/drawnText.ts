/** The words of a picture's parts, as the drawing shows them; one place for every export. */
import type { Text } from '../../cluster/text';
import type { Element, Frame } from '../model/picture';

export type Say = (sentence: Text) => string;

export const elementName = ({ title, name }: Element, say: Say): string =>
  title === undefined ? name : say(title);

export const elementDetail = ({ detail }: Element, say: Say): string =>
  detail === undefined ? '' : say(detail);

export const frameTitle = ({ title, note }: Frame, say: Say): string =>
  [title, ...(note === undefined ? [] : [note])].map(say).join(' · ');
