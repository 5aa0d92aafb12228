/** @jest-environment jsdom */
/** Of many guards the list shows a few: never may the one that blocks be among those that are left out. */
import type * as PlainTranslation from '../../../dev/test/plainTranslation';
import { render, screen } from '@testing-library/react';
import { text } from '../../cluster/text';
import type { Guard, GuardLevel } from '../../plan/model';
import { GuardList } from './GuardList';

jest.mock('../../console/translation', () =>
  jest.requireActual<typeof PlainTranslation>('../../../dev/test/plainTranslation'),
);

const guardOf = (level: GuardLevel, vm: string): Guard => ({
  id: 'PRE-007',
  level,
  field: 'vms',
  message: text('{{level}} {{vm}}', { level, vm }),
});

test('what blocks is told first, after whatever it comes', () => {
  const many = Array.from({ length: 20 }, (_, index) => guardOf('info', `vm-${index}`));
  render(<GuardList guards={[...many, guardOf('warn', 'w'), guardOf('block', 'b')]} />);
  const told = screen.getAllByRole('heading').map(({ textContent }) => textContent);
  expect(told.slice(0, 3)).toEqual([
    expect.stringContaining('block b'),
    expect.stringContaining('warn w'),
    expect.stringContaining('info vm-0'),
  ]);
  expect(screen.getByText('14 more like these.')).toBeTruthy();
});
