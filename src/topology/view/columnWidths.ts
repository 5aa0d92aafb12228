/**
 * How wide the columns are in a language. They hold what the picture itself says (kinds, counts, "not
 * known") whole; names of the cluster are shortened where they are longer. The words of all columns are listed
 * here instead of taken from the picture, so that new data never moves a column.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { COLUMN_WIDTH } from '../layout/geometry';
import type { ColumnWidths } from '../layout/geometry';
import type { Column } from '../model/picture';
import { LEAST_SIZE, widthOf } from './fitWords';
import { ZOOM } from './viewport';
import { wordSizes } from './wordSizes';

interface Said {
  /** Second lines. */
  readonly details: readonly Text[];
  /** In the place of a name, beside a sign. */
  readonly titles: readonly Text[];
}

/** The longest things that each column says, with values of the usual length. */
const SAYS: Readonly<Record<Column, Said>> = {
  port: {
    details: [
      text('{{switches}} switches', { switches: 10 }),
      text('VLANs {{vlans}}', { vlans: '1924, 1926' }),
    ],
    titles: [text('{{count}} ports', { count: 100 })],
  },
  nic: { details: [text('{{speed}}G · MTU {{mtu}}', { speed: 100, mtu: 9000 })], titles: [] },
  bond: { details: [text('Bond')], titles: [] },
  vlanIf: { details: [text('VLAN {{vlan}}', { vlan: 4094 })], titles: [] },
  bridge: { details: [text('OVS bridge'), text('Linux bridge'), text('Bridge')], titles: [] },
  mapping: {
    details: [
      text('OVN integration'),
      text('Bridge mapping'),
      text('Not known'),
      text('No node maps it'),
    ],
    titles: [text('{{count}} mappings', { count: 100 })],
  },
  network: {
    details: [
      text('Untagged'),
      text('Layer 2 overlay'),
      text('Layer 3 overlay'),
      text('Network'),
      text('Cluster network'),
      text('Service network'),
      text('Machine network'),
    ],
    titles: [text('{{count}} networks', { count: 100 })],
  },
  nad: {
    details: [text('Missing'), text('Not known'), text('NAD')],
    titles: [text('{{count}} NADs', { count: 100 })],
  },
  vm: {
    details: [text('Not running')],
    titles: [text('{{count}} VMs', { count: 100 }), text('{{count}} NICs', { count: 100 })],
  },
};

/** Around the second line of a box; around its name, with its sign. */
const AROUND = { detail: 14, title: 32 } as const;

/** A column grows to this many times its width and no further. */
const MOST = 1.6;

/**
 * Wide enough for the words in a small picture, where they are largest, as much smaller as `fitLine` makes them.
 * @param say translates
 */
export const columnWidths = (say: (sentence: Text) => string): ColumnWidths => {
  const { name, detail } = wordSizes(ZOOM.least);
  const widthIn = (sentences: readonly Text[], size: number, around: number): number =>
    Math.max(0, ...sentences.map((one) => widthOf(say(one), size * LEAST_SIZE) + around));
  const widths = Object.entries(SAYS).map(([column, { details, titles }]) => {
    const least = COLUMN_WIDTH[column as Column];
    const needed = Math.max(
      widthIn(details, detail, AROUND.detail),
      widthIn(titles, name, AROUND.title),
    );
    return [column, Math.min(Math.ceil(Math.max(least, needed)), least * MOST)] as const;
  });
  return Object.fromEntries(widths) as Record<Column, number>;
};
