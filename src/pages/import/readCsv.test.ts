import fc from 'fast-check';
import { formatText } from '../../cluster/text';
import { propertyRuns } from '../../network/testing/propertyRuns';
import { decodeText } from './decodeText';
import { readCsv } from './readCsv';

const cellsOf = (content: string): readonly (readonly [number, readonly string[]])[] =>
  readCsv(content).rows.map(({ line, cells }) => [line, cells]);

test.each<[string, string, readonly (readonly [number, readonly string[]])[]]>([
  [
    'commas',
    'name,vlan\nweb,10\n',
    [
      [1, ['name', 'vlan']],
      [2, ['web', '10']],
    ],
  ],
  [
    'semicolons, as Excel writes them',
    'name;vlan\r\nweb;10\r\n',
    [
      [1, ['name', 'vlan']],
      [2, ['web', '10']],
    ],
  ],
  [
    'tabs',
    'name\tvlan\nweb\t10',
    [
      [1, ['name', 'vlan']],
      [2, ['web', '10']],
    ],
  ],
  [
    'a byte order mark',
    '\uFEFFname,vlan\nweb,10',
    [
      [1, ['name', 'vlan']],
      [2, ['web', '10']],
    ],
  ],
  [
    'empty lines',
    '\nname,vlan\n\n,\nweb,10\n\n',
    [
      [2, ['name', 'vlan']],
      [5, ['web', '10']],
    ],
  ],
  [
    'a line break in a cell',
    'name,vlan,notes\n"web","10","two\nlines"\ndb,11,',
    [
      [1, ['name', 'vlan', 'notes']],
      [2, ['web', '10', 'two\nlines']],
      [4, ['db', '11', '']],
    ],
  ],
  [
    'the type line of PowerShell',
    '#TYPE VMware.VimAutomation.Vds.Impl.V1.VmwareVDPortgroupImpl\n"Name","VlanConfiguration"\n"web","VLAN 10"',
    [
      [2, ['Name', 'VlanConfiguration']],
      [3, ['web', 'VLAN 10']],
    ],
  ],
  ['nothing', '', []],
])('a file with %s', (_what, content, rows) => {
  expect(cellsOf(content)).toEqual(rows);
});

test('a quotation mark that is never closed is told with its line, and what was before it stays', () => {
  const { rows, problems } = readCsv('name,vlan\nweb,10\n"db,11\napp,12\n');
  expect(rows.slice(0, 2).map(({ cells }) => cells)).toEqual([
    ['name', 'vlan'],
    ['web', '10'],
  ]);
  expect(problems.map(({ message }) => formatText(message))).toEqual([
    'Line 3: a quotation mark is opened and never closed.',
  ]);
});

const cell = fc.string({ maxLength: 6 }).filter((text) => text.trim() === text && text !== '');

test('what is written as CSV is read as it was, each row at its own line', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (table) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const content = table.map((row) => row.map(quoted).join(',')).join('\n');
      const { rows, problems } = readCsv(content);
      expect(problems).toEqual([]);
      const expected = table.map((cells, index) => ({ line: index + 1, cells }));
      expect(rows).toEqual(expected.filter(({ cells: [first] }) => !first.startsWith('#TYPE ')));
    }),
    propertyRuns(200),
  ));

const bytes = (...values: readonly number[]): ArrayBuffer => new Uint8Array(values).buffer;

test.each<[string, ArrayBuffer, string]>([
  ['UTF-8', bytes(0x42, 0xc3, 0xbc), 'Bü'],
  ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x42), 'B'],
  ['UTF-16 of PowerShell', bytes(0xff, 0xfe, 0x42, 0x00, 0xfc, 0x00), 'Bü'],
  ['UTF-16, the other way round', bytes(0xfe, 0xff, 0x00, 0x42), 'B'],
  ['the code page of Excel', bytes(0x42, 0xfc), 'Bü'],
])('a file in %s', (_encoding, given, text) => {
  expect(decodeText(given)).toBe(text);
});
