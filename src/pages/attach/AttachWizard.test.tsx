/** @jest-environment jsdom */
/** The form from the first question to the review: what is proposed, what typed YAML may not do. */
import type * as PlainTranslation from '../../../dev/test/plainTranslation';
import { act, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { NOW } from '../../../dev/test/makeCluster';
import { vm } from '../../../dev/test/makeClusterVms';
import { runDoctor } from '../../doctor/runDoctor';
import { reviewAccess } from '../../console/reviewAccess';
import { consoleApi } from '../../job/consoleApi';
import { clusterWithFreeNic, graphOf } from '../../plan/testing';
import { AttachWizard } from './AttachWizard';

jest.mock('../../console/useProjectChoice', () => ({ useProjectChoice: () => [[], jest.fn()] }));

jest.mock('../../console/translation', () =>
  jest.requireActual<typeof PlainTranslation>('../../../dev/test/plainTranslation'),
);

jest.mock('../../console/reviewAccess', () => ({
  reviewAccess: jest.fn().mockResolvedValue(true),
  accessKey: (question: object) => JSON.stringify(question),
}));

jest.mock('../../job/consoleApi', () => ({
  consoleApi: { get: jest.fn(), create: jest.fn(), patch: jest.fn(), remove: jest.fn() },
}));

jest.mock('../../topology/view/SmallTopology', () => ({ SmallTopology: () => null }));

const open = () => {
  jest.mocked(consoleApi.get).mockResolvedValue(vm('ns1/web', { nics: ['vlan-100'] }));
  jest.mocked(consoleApi.create).mockReset().mockResolvedValue({});
  jest.mocked(consoleApi.patch).mockResolvedValue({});
  const graph = graphOf(clusterWithFreeNic());
  const onApply = jest.fn();
  render(
    <AttachWizard
      graph={graph}
      diagnosis={runDoctor({ graph, now: NOW })}
      jobId="job-1"
      start={{ vms: ['ns1/web'], vlan: '200' }}
      onApply={onApply}
      onCancel={jest.fn()}
    />,
  );
  return onApply;
};

const next = () => fireEvent.click(screen.getByRole('button', { name: 'Next' }));

const toReview = async (): Promise<void> => {
  next();
  next();
  fireEvent.click(screen.getByRole('radio', { name: 'OVS bridge on a NIC of its own' }));
  fireEvent.click(screen.getByRole('radio', { name: 'A new bridge on a free NIC' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choose ens256' }));
  next();
  await screen.findByTestId('planned-VirtualMachine/ns1/web', {}, { timeout: 5000 });
};

configure({ testIdAttribute: 'data-test' });
// Three steps of a whole form are a lot to draw for a busy machine.
jest.setTimeout(30_000);

test('the least change is proposed, and a NIC that carries the node cannot be chosen', async () => {
  open();
  await act(() => Promise.resolve());
  next();
  next();
  const cudn = screen.getByRole<HTMLInputElement>('radio', { name: 'ClusterUserDefinedNetwork' });
  expect(cudn.checked).toBe(true);
  expect(screen.getByText('Proposed: the least change')).toBeDefined();
  fireEvent.click(screen.getByRole('radio', { name: 'OVS bridge on a NIC of its own' }));
  fireEvent.click(screen.getByRole('radio', { name: 'A new bridge on a free NIC' }));
  const protectedNic = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Choose ens192' });
  expect(protectedNic.disabled).toBe(true);
});

test('what was reviewed is applied', async () => {
  const onApply = open();
  await toReview();
  await screen.findByTestId('dry-run-accepted');
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  const [[plan]] = onApply.mock.calls as [[{ steps: { id: string }[] }]];
  expect(plan.steps.map(({ id }) => id)).toEqual([
    'NodeNetworkConfigurationPolicy/br-vms',
    'NodeNetworkConfigurationPolicy/br-vms#rest',
    'NetworkAttachmentDefinition/ns1/vlan-200',
    'VirtualMachine/ns1/web',
  ]);
});

test('typed YAML that takes the node’s own NIC is refused and not applied', async () => {
  open();
  await toReview();
  const step = within(screen.getByTestId('planned-NodeNetworkConfigurationPolicy/br-vms'));
  fireEvent.click(step.getByRole('button', { name: 'Edit the YAML of br-vms' }));
  const editor = step.getByRole<HTMLTextAreaElement>('textbox');
  fireEvent.change(editor, { target: { value: editor.value.replaceAll('ens256', 'ens192') } });
  fireEvent.click(step.getByRole('button', { name: 'Check and take over' }));
  expect((await screen.findAllByTestId('edit-refused-PRE-004')).length).toBeGreaterThan(0);
  await screen.findByTestId('dry-run-accepted');
  expect(step.getByRole<HTMLTextAreaElement>('textbox').value).toContain('ens192');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply' }).disabled).toBe(true);
});

test('what the user may not write is told with the reason, and not sent to the API server', async () => {
  jest
    .mocked(reviewAccess)
    .mockImplementation(({ resource }) =>
      Promise.resolve(resource !== 'nodenetworkconfigurationpolicies'),
    );
  open();
  await toReview();
  const accepted = await screen.findByTestId('dry-run-accepted');
  expect(accepted.textContent).toContain('the steps that you may write');
  expect(screen.getByTestId('review-denied').textContent).toContain('2 of these steps');
  expect(screen.getAllByTestId('step-denied').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('You may not create nodenetworkconfigurationpolicies'),
    expect.stringContaining('You may not patch nodenetworkconfigurationpolicies'),
  ]);
  const sent = jest.mocked(consoleApi.create).mock.calls.map(([{ kind }]) => kind);
  expect(sent).toContain('NetworkAttachmentDefinition');
  expect(sent).not.toContain('NodeNetworkConfigurationPolicy');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply' }).disabled).toBe(true);
});
