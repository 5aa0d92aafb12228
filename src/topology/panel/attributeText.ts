/** The value of an attribute as a sentence of its own: with its unit, lists comma separated. */
import { speedText } from '../../cluster/speedText';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { AttributeValue } from '../../network/model';

/** Sizes of frames, which the API gives in bytes. */
const IN_BYTES: ReadonlySet<string> = new Set(['mtu', 'uplinkMtu', 'overlayMtu', 'maxFrame']);

const isNumeric = (value: AttributeValue): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));

/** A name that several entries of a policy share is shown once. */
const listText = (values: readonly string[]): string => [...new Set(values)].join(', ');

/** What to show for the value; speeds come in Mb/s. */
export const attributeText = (key: string, value: AttributeValue): Text => {
  if (typeof value === 'boolean') return value ? text('Yes') : text('No');
  if (IN_BYTES.has(key) && isNumeric(value)) return text('{{bytes}} bytes', { bytes: value });
  if (key === 'speed' && typeof value === 'number') return speedText(value);
  return text('{{value}}', {
    value: typeof value === 'string' || typeof value === 'number' ? value : listText(value),
  });
};
