/**
 * Rows of a CSV file as port groups. Knows the columns of PowerCLI's `Get-VDPortgroup` and
 * `Get-VirtualPortGroup` (Name, VlanConfiguration, VLanId, Notes, IsUplink), plain `name,vlan,description`,
 * and the same without a header. No row is dropped without a word: each is a port group or a problem.
 */
import { text } from '../../cluster/text';
import type { CsvRow, LineProblem, PortGroup } from './portGroup';
import { readVlan } from './readVlan';

export interface PortGroupFile {
  readonly groups: readonly PortGroup[];
  /** Sorted by line. */
  readonly problems: readonly LineProblem[];
}

interface Columns {
  readonly name: number;
  readonly vlan: number;
  /** -1 when there is none. */
  readonly description: number;
  readonly isUplink: number;
}

const NAMES = ['name', 'portgroup', 'portgroupname', 'network', 'networkname'];
const VLANS = ['vlanconfiguration', 'vlan', 'vlanid'];
const DESCRIPTIONS = ['notes', 'description', 'note', 'comment'];
const UPLINKS = ['isuplink'];

/** Without a header the columns stand in this order. */
const PLAIN: Columns = { name: 0, vlan: 1, description: 2, isUplink: -1 };

/** More than any vCenter has port groups on one switch; a page with more could not be read. */
export const MOST_ROWS = 2000;

export const readPortGroups = (rows: readonly CsvRow[]): PortGroupFile => {
  const [first, ...others] = rows;
  if (first === undefined) return { groups: [], problems: [] };
  const header = columnsOf(first);
  const hasNoHeader = header === undefined && isPlainRow(first);
  if (header === undefined && !hasNoHeader) {
    const message = text(
      'Line {{line}} names no columns: one must be called Name and one VLAN, VlanId or VlanConfiguration.',
      { line: first.line },
    );
    return { groups: [], problems: [{ line: first.line, message }] };
  }
  return readRows(hasNoHeader ? rows : others, header ?? PLAIN);
};

const columnsOf = ({ cells }: CsvRow): Columns | undefined => {
  const titles = cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
  const find = (wanted: readonly string[]): number => {
    const found = wanted.find((title) => titles.includes(title));
    return found === undefined ? -1 : titles.indexOf(found);
  };
  const columns = {
    name: find(NAMES),
    vlan: find(VLANS),
    description: find(DESCRIPTIONS),
    isUplink: find(UPLINKS),
  };
  return columns.name < 0 || columns.vlan < 0 ? undefined : columns;
};

const isPlainRow = ({ cells }: CsvRow): boolean =>
  cells.length >= 2 && readVlan(cells[PLAIN.vlan] ?? '').type !== 'invalid';

const readRows = (rows: readonly CsvRow[], columns: Columns): PortGroupFile => {
  const groups: PortGroup[] = [];
  const problems: LineProblem[] = [];
  for (const row of rows.slice(0, MOST_ROWS)) {
    const read = readRow(row, columns);
    if ('message' in read) problems.push(read);
    else groups.push(read);
  }
  const [left] = rows.slice(MOST_ROWS);
  if (left !== undefined) {
    const message = text(
      'From line {{line}} on nothing was read: at most {{most}} port groups are taken at a time.',
      { line: left.line, most: MOST_ROWS },
    );
    problems.push({ line: left.line, message });
  }
  return { groups, problems };
};

const readRow = ({ line, cells }: CsvRow, columns: Columns): PortGroup | LineProblem => {
  const cell = (column: number): string => (cells[column] ?? '').trim();
  const name = cell(columns.name);
  if (name === '') return { line, message: text('Line {{line}} has no name.', { line }) };
  if (cell(columns.isUplink).toLowerCase() === 'true') {
    return {
      line,
      message: text(
        'Line {{line}}: {{name}} is the uplink port group of its switch, not a network.',
        {
          line,
          name,
        },
      ),
    };
  }
  if (cells.length <= columns.vlan) {
    return {
      line,
      message: text('Line {{line}}: {{name}} has no VLAN column; the row is too short.', {
        line,
        name,
      }),
    };
  }
  return { line, name, vlan: readVlan(cell(columns.vlan)), description: cell(columns.description) };
};
