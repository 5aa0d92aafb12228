/** @jest-environment jsdom */
/** A user with rights on 60 of 100 VMs: the form offers those, and says of the others why not. */
import type * as PlainTranslation from '../../../dev/test/plainTranslation';
import { configure, fireEvent, render, screen, within } from '@testing-library/react';
import { vm } from '../../../dev/test/makeClusterVms';
import { clusterWithFreeNic, graphOf, intent } from '../../plan/testing';
import { initialForm, wishOf } from './attachForm';
import type { StepProps } from './stepProps';
import { VmStep } from './VmStep';

jest.mock('../../console/useProjectChoice', () => ({ useProjectChoice: () => [[], jest.fn()] }));

jest.mock('../../console/translation', () =>
  jest.requireActual<typeof PlainTranslation>('../../../dev/test/plainTranslation'),
);

configure({ testIdAttribute: 'data-test' });

const many = Array.from({ length: 100 }, (_, index) =>
  vm(`${index < 60 ? 'ns2' : 'ns1'}/many-${String(index).padStart(2, '0')}`),
);

const open = (chosen: readonly string[]) => {
  const graph = graphOf([...clusterWithFreeNic(), ...many]);
  const form = { ...initialForm(graph, {}), vms: chosen };
  const edit = jest.fn();
  const props: StepProps = {
    graph,
    nodes: [],
    form,
    wish: wishOf(form, 'job-1'),
    proposals: [],
    intent: intent(),
    guards: [],
    rights: { vms: new Set(['ns2']) },
    edit,
  };
  render(<VmStep {...props} />);
  fireEvent.change(screen.getByPlaceholderText('Find VMs by name, project or label'), {
    target: { value: 'many-' },
  });
  return edit;
};

const rowOf = (vmKey: string) => {
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: `Choose ${vmKey}` });
  const row = box.closest('tr');
  if (row === null) throw new Error(`${vmKey} has no row`);
  return { box, row: within(row) };
};

test('the 40 of another project are shown and not offered, and all found are the 60', () => {
  const edit = open([]);
  const { box, row } = rowOf('ns1/many-60');
  expect(box.disabled).toBe(true);
  expect(row.getByText('You may not change VMs of this project.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Choose all 60 found' }));
  const [[change]] = edit.mock.calls as [[{ vms: readonly string[] }]];
  expect(change.vms).toHaveLength(60);
  expect(change.vms.every((key) => key.startsWith('ns2/'))).toBe(true);
});

test('one that a link has chosen can be left out', () => {
  const edit = open(['ns1/many-60', 'ns2/many-00']);
  const { box } = rowOf('ns1/many-60');
  expect([box.checked, box.disabled]).toEqual([true, false]);
  fireEvent.click(box);
  expect(edit).toHaveBeenCalledWith({ vms: ['ns2/many-00'] });
});
