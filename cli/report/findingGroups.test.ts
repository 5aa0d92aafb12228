import { text } from '../../src/cluster/text';
import type { Cause, Finding, Severity } from '../../src/doctor/model';
import { groupFindings } from './findingGroups';
import { findingText } from './findingText';

const finding = (
  rule: string,
  subject: string,
  severity: Severity,
  causedBy: readonly Cause[] = [],
): Finding => ({
  rule,
  subject,
  severity,
  related: [],
  causedBy,
  message: text('{{subject}} is wrong', { subject }),
  fix: text('Mend it.'),
});

const cause = (rule: string, subject: string): Cause => ({ rule, subject });

describe('groupFindings', () => {
  test('a consequence of a consequence stands under the root', () => {
    const groups = groupFindings([
      finding('A', '1', 'warning'),
      finding('B', '2', 'error', [cause('A', '1')]),
      finding('C', '3', 'error', [cause('B', '2')]),
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ rule: 'A', severity: 'error' });
    expect(groups[0]?.consequences.map((item) => item.rule)).toEqual(['B', 'C']);
  });

  test('a cause that is not shown is no cause', () => {
    const groups = groupFindings([finding('B', '2', 'error', [cause('A', '1')])]);
    expect(groups.map((group) => group.rule)).toEqual(['B']);
  });

  test('findings that cause each other are all still there', () => {
    const groups = groupFindings([
      finding('A', '1', 'error', [cause('B', '2')]),
      finding('B', '2', 'error', [cause('A', '1')]),
    ]);
    const all = groups.flatMap((group) => [...group.findings, ...group.consequences]);
    expect(all.map((item) => item.rule).sort()).toEqual(['A', 'B']);
  });

  test('what mends one is not told of another', () => {
    const mended = (subject: string, near: string): Finding => ({
      ...finding('A', subject, 'error'),
      fix: text('Write {{near}}.', { near }),
    });
    const told = findingText([mended('1', 'one'), mended('2', 'two'), mended('3', 'two')]);
    const lines = told.split('\n').map((line) => line.trim());
    expect(lines.filter((line) => line.startsWith('Fix'))).toEqual([
      'Fix: Write one.',
      'Fix: Write two.',
    ]);
    expect(lines.indexOf('Fix: Write one.')).toBe(lines.indexOf('1 is wrong') + 1);
    expect(lines.indexOf('Fix: Write two.')).toBe(lines.indexOf('3 is wrong') + 1);
  });

  test('the same on five hundred nodes is told once', () => {
    const many = Array.from({ length: 500 }, (_, index) => finding('A', `n${index}`, 'error'));
    const told = findingText(many);
    expect(told.split('\n').length).toBeLessThan(15);
    expect(told).toContain('and 489 more');
  });
});
