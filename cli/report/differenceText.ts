/** Where what is wanted of a node and what is there disagree, a line per field. */
import { formatText } from '../../src/cluster/text';
import { compareNode } from '../../src/network/intendedVsActual';
import type { Comparison } from '../../src/network/intendedVsActual';
import type { NetworkGraph } from '../../src/network/networkGraph';
import { table } from './layout';

const WHOLE: Partial<Record<Comparison['agreement'], string>> = {
  missing: 'is wanted and not there',
  extra: 'is there and not wanted',
  unknown: 'cannot be compared',
};

const rowsOf = (comparison: Comparison): readonly (readonly string[])[] => {
  const { id, policy, agreement, reason, fields } = comparison;
  const whole = WHOLE[agreement];
  if (whole !== undefined && fields.every((field) => field.actual === undefined)) {
    return [[id, `policy ${policy}`, reason === undefined ? whole : formatText(reason)]];
  }
  return fields
    .filter((field) => field.agreement !== 'same')
    .map(({ field, intended, actual }) => [
      id,
      `policy ${policy}`,
      `${field}: wanted ${intended}, is ${actual ?? 'missing'}`,
    ]);
};

/** Takes the graph and a node of it. */
export const differenceText = (graph: NetworkGraph, node: string): string => {
  const rows = compareNode(graph, node)
    .filter(({ agreement }) => agreement !== 'same')
    .flatMap(rowsOf);
  return rows.length === 0 ? '  none' : table(rows, '  ');
};
