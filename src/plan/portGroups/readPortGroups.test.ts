import fc from 'fast-check';
import { propertyRuns } from '../../network/testing/propertyRuns';
import { formatText } from '../../cluster/text';
import { MOST_ROWS, readPortGroups } from './readPortGroups';
import { readVlan } from './readVlan';
import type { CsvRow, VlanReading } from './portGroup';

const rows = (...lines: readonly (readonly string[])[]): readonly CsvRow[] =>
  lines.map((cells, index) => ({ line: index + 1, cells }));

const access = (vlan: number): VlanReading => ({ type: 'access', vlan });

test.each<[string, VlanReading]>([
  ['VLAN 1924', access(1924)],
  ['1924', access(1924)],
  [' vlan id: 7 ', access(7)],
  ['Vlan-12', access(12)],
  ['4094', access(4094)],
  ['', { type: 'none' }],
  ['None', { type: 'none' }],
  ['0', { type: 'none' }],
  ['VLAN 0', { type: 'none' }],
  ['4095', { type: 'trunk', written: '4095' }],
  ['VLAN Trunk [0-4094]', { type: 'trunk', written: 'VLAN Trunk [0-4094]' }],
  ['1-10, 20', { type: 'trunk', written: '1-10, 20' }],
  ['Private VLAN Secondary 101', { type: 'private', written: 'Private VLAN Secondary 101' }],
  ['4096', { type: 'invalid', written: '4096' }],
  ['-1', { type: 'invalid', written: '-1' }],
  ['12.5', { type: 'invalid', written: '12.5' }],
  ['web', { type: 'invalid', written: 'web' }],
])('a VLAN written %j', (cell, reading) => {
  expect(readVlan(cell)).toEqual(reading);
});

test('what Get-VDPortgroup exports: the columns by their names, the uplink port group told apart', () => {
  const { groups, problems } = readPortGroups(
    rows(
      ['Name', 'Notes', 'PortBinding', 'NumPorts', 'VlanConfiguration', 'IsUplink', 'Key'],
      ['DPG Web', 'Front end', 'Static', '8', 'VLAN 1924', 'False', 'dvportgroup-1'],
      ['DVS-DVUplinks-7', '', 'Static', '4', 'VLAN Trunk [0-4094]', 'True', 'dvportgroup-2'],
      ['DPG Mgmt', '', 'Static', '8', '', 'False', 'dvportgroup-3'],
    ),
  );
  expect(groups).toEqual([
    { line: 2, name: 'DPG Web', vlan: access(1924), description: 'Front end' },
    { line: 4, name: 'DPG Mgmt', vlan: { type: 'none' }, description: '' },
  ]);
  expect(problems.map(({ line }) => line)).toEqual([3]);
});

test.each<[string, readonly CsvRow[]]>([
  ['name,vlan,description', rows(['name', 'vlan', 'description'], ['web', '10', 'Front end'])],
  [
    'another order and letter case',
    rows(['VLAN ID', 'Description', 'NAME'], ['10', 'Front end', 'web']),
  ],
  ['no header', rows(['web', '10', 'Front end'])],
])('a plain list with %s', (_name, given) => {
  const { groups, problems } = readPortGroups(given);
  expect(groups).toMatchObject([{ name: 'web', vlan: access(10), description: 'Front end' }]);
  expect(problems).toEqual([]);
});

test.each<[string, readonly CsvRow[], string]>([
  ['columns without a name', rows(['Foo', 'Bar'], ['web', '10']), 'Line 1 names no columns'],
  ['a row without a name', rows(['name', 'vlan'], ['', '10']), 'Line 2 has no name.'],
  ['a row that ends early', rows(['name', 'vlan'], ['web']), 'Line 2: web has no VLAN column'],
])('%s are explained by their line', (_name, given, sentence) => {
  const { groups, problems } = readPortGroups(given);
  expect(groups).toEqual([]);
  expect(problems.map(({ message }) => formatText(message))).toEqual([
    expect.stringContaining(sentence),
  ]);
});

test('an empty file is no port groups and no problem', () => {
  expect(readPortGroups([])).toEqual({ groups: [], problems: [] });
});

test('a file that is too long is read as far as it goes, and says where it ended', () => {
  const many = Array.from({ length: MOST_ROWS + 5 }, (_, index) => [`web-${index}`, '10']);
  const { groups, problems } = readPortGroups(rows(['name', 'vlan'], ...many));
  expect(groups).toHaveLength(MOST_ROWS);
  expect(problems).toMatchObject([{ line: MOST_ROWS + 2 }]);
});

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('Name', 'VLAN', 'VLAN 10', '4095', '0', 'true', 'VLAN Trunk [1-5]', ''),
);

test('no row of any file is dropped without a word', () =>
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (cells) => {
      const given = rows(...cells);
      const { groups, problems } = readPortGroups(given);
      const told = new Set([...groups, ...problems].map(({ line }) => line));
      expect(told.size).toBe(groups.length + problems.length);
      const isUnreadable = groups.length === 0 && problems.length === 1 && told.has(1);
      // The header is the only line that may be none of both.
      const untold = given.filter(({ line }) => !told.has(line));
      expect(isUnreadable || untold.every(({ line }) => line === 1)).toBe(true);
    }),
    propertyRuns(300),
  ));
