/** @jest-environment jsdom */
/** The panel against a small cluster: a whole path, a broken one, what is gone, YAML on demand. */
import type * as PlainTranslation from '../../../dev/test/plainTranslation';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { healthyCluster, workerState } from '../../../dev/test/makeClusterHealthy';
import { NOW, snapshot, withObjects, withoutObject } from '../../../dev/test/makeCluster';
import type { KubeObject } from '../../cluster/kubeObject';
import { ApiError } from '../../console/ApiError';
import { getObject, listObjects } from '../../console/apiClient';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import { EntityPanel } from './EntityPanel';

jest.mock('../../console/translation', () =>
  jest.requireActual<typeof PlainTranslation>('../../../dev/test/plainTranslation'),
);

jest.mock('../../console/router', () => ({
  Link: ({ to, children }: { to: string; children: React.ReactNode }) => (
    <a href={to}>{children}</a>
  ),
}));

jest.mock('../../console/apiClient', () => ({ getObject: jest.fn(), listObjects: jest.fn() }));
jest.mock('../../console/language', () => ({ currentLanguage: () => 'en' }));

const read = jest.mocked(getObject);
const list = jest.mocked(listObjects);

const open = (id: string, objects: readonly KubeObject[] = healthyCluster()) => {
  const graph = buildGraph(snapshot(objects));
  const diagnosis = runDoctor({ graph, now: NOW });
  const calls = { onSelect: jest.fn(), onScope: jest.fn(), onClose: jest.fn() };
  const panel = (shown: string) => (
    <EntityPanel graph={graph} diagnosis={diagnosis} id={shown} {...calls} />
  );
  const { rerender } = render(panel(id));
  return { ...calls, show: (next: string) => rerender(panel(next)) };
};

const part = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-test="${name}"]`);
  if (found === null) throw new Error(`nothing in the panel is called ${name}`);
  return found;
};

const click = (label: string | RegExp, within_: HTMLElement = document.body): void => {
  fireEvent.click(within(within_).getByRole('button', { name: label }));
};

/** Clicks, and lets what was asked of the API answer. */
const clickAndWait = (label: string): Promise<void> =>
  act(async () => {
    click(label);
    await Promise.resolve();
  });

const NIC = 'vnic/ns1/web/net1';

// Unless a test is about what the cluster says, the answer never comes.
beforeEach(() => {
  read.mockReset();
  list.mockReset().mockReturnValue(new Promise<never>(() => undefined));
});

describe('a VM NIC whose path is whole', () => {
  it('names it, calls it OK and links to its VM', () => {
    open(NIC);
    expect(part('panel-title').textContent).toBe('VM NIC net1');
    expect(part('panel-state').textContent).toContain('OK');
    expect(
      screen.getByRole('link', { name: 'Open VirtualMachine web' }).getAttribute('href'),
    ).toContain('/k8s/ns/ns1/kubevirt.io~v1~VirtualMachine/web');
  });

  it('says both sides in one sentence', () => {
    open(NIC);
    expect(part('trace-verdict').textContent).toBe(
      'The path works: the cluster carries it to the physical NIC, and the switch advertises VLAN 100 there.',
    );
  });

  it('lists the hops from the VM NIC to the wire, and beside them each VLAN and MTU once', () => {
    open(NIC);
    const hops = [...part('trace-hops').querySelectorAll('li')];
    const names = hops.map((hop) => within(hop).getByRole('button').textContent);
    expect(names.slice(0, 7)).toEqual([
      'net1',
      'vlan-100',
      'vlan-100',
      'vmdata',
      'vmdata',
      'br-vmdata',
      'ens224',
    ]);
    expect(names[7]).toBe('Ethernet1');
    const numbers = within(part('trace-numbers'));
    const cells = (hop: RegExp) =>
      within(numbers.getByRole('row', { name: hop }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent.trim());
    expect(cells(/^NIC ens224/)).toEqual(['NIC ens224', '100', '1500']);
    expect(cells(/^Switch port Ethernet1/)[1]).toBe('100, lets through 100, 200');
    expect(document.querySelector('[data-test="trace-break"]')).toBeNull();
  });

  it('says where else it would work', () => {
    open(NIC);
    expect(part('trace-elsewhere').textContent).toContain('1 of 1 other eligible nodes');
  });

  it('chooses a hop, limits the picture and closes', () => {
    const { onSelect, onScope, onClose } = open(NIC);
    click('br-vmdata', part('trace-hops'));
    expect(onSelect).toHaveBeenCalledWith('bridge/worker-0/br-vmdata');
    click('Show only this');
    expect(onScope).toHaveBeenCalledWith(NIC);
    click('Close the panel');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('moves the focus to the title of what was chosen in the panel, and only then', () => {
    const { show } = open(NIC);
    show('vm/ns1/web');
    expect(document.activeElement).toBe(document.body);
    click('ns1/web/net1', part('related-in'));
    show(NIC);
    expect(document.activeElement?.contains(part('panel-title'))).toBe(true);
  });
});

it('never calls a VLAN proven when the switch is silent', () => {
  open(NIC, withObjects(healthyCluster(), workerState('worker-0', { nics: ['ens224'] })));
  expect(part('trace-verdict').textContent).toContain('is not proven');
  expect(part('trace-verdict').textContent).not.toContain('works');
});

describe('a VM NIC whose path is broken', () => {
  const withoutMapping = () =>
    withObjects(healthyCluster(), workerState('worker-0', { mappings: {} }));

  it('says where, and marks that hop alone', () => {
    open(NIC, withoutMapping());
    expect(part('trace-verdict').textContent).toContain('broken in the cluster at vmdata');
    expect(document.querySelectorAll('[data-test="trace-break"]')).toHaveLength(1);
    expect(part('trace-break').textContent).toContain('worker-0 does not map vmdata to a bridge.');
    expect(part('trace-break').textContent).toContain('The path ends here.');
    expect(part('panel-state').textContent).toContain('Broken');
  });

  it('calls the VM broken, too, which has no fault of its own', () => {
    open('vm/ns1/web', withoutMapping());
    expect(part('panel-state').textContent).toContain('Broken');
  });

  it('names the failing node to a VM that could move there', () => {
    open(NIC, withObjects(healthyCluster(), workerState('worker-1', { mappings: {} })));
    const elsewhere = part('trace-elsewhere');
    expect(elsewhere.textContent).toContain('0 of 1 other eligible nodes');
    expect(within(elsewhere).getByRole('button', { name: 'worker-1' })).toBeTruthy();
  });

  it('shows what the doctor says about the hop that broke', () => {
    open(
      'nad/ns1/vlan-100',
      withoutObject(healthyCluster(), 'NetworkAttachmentDefinition', 'ns1/vlan-100'),
    );
    expect(part('panel-state').textContent).toContain('Broken');
    const findings = part('panel-findings');
    expect(within(findings).getAllByText('What to do').length).toBeGreaterThan(0);
    // There is nothing to open or to read where nothing is.
    expect(screen.queryByRole('link', { name: /Open/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'YAML' })).toBeNull();
  });
});

it('shows the paths of all NICs of a VM, and offers to attach it', () => {
  open('vm/ns1/web');
  expect(document.querySelectorAll('[data-test="trace-verdict"]')).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Attach to a VLAN' }).getAttribute('href')).toBe(
    '/vm-networks/attach?vm=ns1%2Fweb',
  );
});

it('offers a bridge for attaching, but not the one that OVN keeps to itself', () => {
  const { show } = open('bridge/worker-0/br-vmdata');
  expect(screen.getByRole('link', { name: 'Attach to a VLAN' }).getAttribute('href')).toBe(
    '/vm-networks/attach?bridge=br-vmdata',
  );
  expect(part('panel-facts').textContent).toContain('1500 bytes');
  show('bridge/worker-0/br-int');
  expect(screen.queryByRole('link', { name: 'Attach to a VLAN' })).toBeNull();
});

it('says so when the entity is gone', () => {
  open('vm/ns1/deleted');
  expect(part('panel-title').textContent).toBe('VM ns1/deleted');
  expect(part('panel-gone').textContent).toContain('not in the cluster');
  expect(screen.getByRole('button', { name: 'Close the panel' })).toBeTruthy();
});

it('does not call gone what is still to be read', () => {
  const read = snapshot(healthyCluster());
  const graph = buildGraph({ ...read, nodes: { ...read.nodes, state: 'loading' } });
  const diagnosis = runDoctor({ graph, now: NOW });
  const calls = { onSelect: jest.fn(), onScope: jest.fn(), onClose: jest.fn() };
  render(<EntityPanel graph={graph} diagnosis={diagnosis} id="vm/ns1/late" {...calls} />);
  expect(part('panel-gone').textContent).toContain('still loading');
});

describe('YAML', () => {
  it('is read only when asked for, and shown without managed fields', async () => {
    read.mockResolvedValue({
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: 'web', managedFields: [{ manager: 'virtctl' }] },
      spec: { runStrategy: 'Always' },
    });
    open('vm/ns1/web');
    expect(read).not.toHaveBeenCalled();
    await clickAndWait('Show YAML of VirtualMachine web');
    expect(read.mock.calls[0]?.[0]).toEqual({
      apiVersion: 'kubevirt.io/v1',
      plural: 'virtualmachines',
      namespace: 'ns1',
      name: 'web',
    });
    expect(screen.getByText(/runStrategy: Always/)).toBeTruthy();
    expect(screen.queryByText(/virtctl/)).toBeNull();
  });

  it.each([
    [403, 'You may not read VirtualMachine web.'],
    [404, 'VirtualMachine web is not in the cluster any more.'],
    [500, 'VirtualMachine web could not be read: boom'],
  ])('turns a %i into a sentence and can be tried again', async (status, sentence) => {
    read.mockRejectedValue(new ApiError(status, '', 'boom'));
    open('vm/ns1/web');
    await clickAndWait('Show YAML of VirtualMachine web');
    expect(part('panel-yaml').textContent).toContain(sentence);
    await clickAndWait('Show YAML of VirtualMachine web');
    expect(read).toHaveBeenCalledTimes(2);
  });
});

describe('what the cluster says of a VM', () => {
  const warning = (name: string, reason: string, message: string): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace: 'ns1', uid: name },
    type: 'Warning',
    reason,
    message,
    involvedObject: { kind: 'VirtualMachine', namespace: 'ns1', name: 'web' },
  });

  const openAndWait = (id: string): Promise<void> =>
    act(async () => {
      open(id);
      await Promise.resolve();
    });

  it('is asked for the one VM, told as a sentence where it is known and as it came where not', async () => {
    const masks = 'admission: Masquerade interface only implemented with pod network';
    list.mockImplementation((type, _namespace, query) =>
      Promise.resolve(
        type.plural === 'events' && query?.fieldSelector?.includes('kind=VirtualMachine,') === true
          ? [warning('e1', 'FailedCreate', masks), warning('e2', 'Odd', 'the moon is wrong')]
          : [],
      ),
    );
    await openAndWait(NIC);
    const said = await screen.findAllByText(/Masquerade works on the pod network only|the moon/);
    expect(said.map(({ textContent }) => textContent)).toEqual([
      'Masquerade works on the pod network only.',
      'the moon is wrong',
    ]);
    const raw = within(part('close-look')).getByText(masks);
    expect(raw.closest('[hidden]')).not.toBeNull();
    click('The message as it came', part('close-look'));
    expect(raw.closest('[hidden]')).toBeNull();
    const asked = list.mock.calls.map(([type, namespace, query]) => [
      type.plural,
      namespace,
      query?.labelSelector ?? query?.fieldSelector,
    ]);
    expect(asked).toEqual([
      ['pods', 'ns1', 'kubevirt.io=virt-launcher,kubevirt.io/created-by=uid-ns1/web'],
      // None carries the uid: by the name, then.
      ['pods', 'ns1', 'kubevirt.io=virt-launcher,vm.kubevirt.io/name=web'],
      ['events', 'ns1', 'involvedObject.kind=VirtualMachine,involvedObject.name=web'],
      ['events', 'ns1', 'involvedObject.kind=VirtualMachineInstance,involvedObject.name=web'],
    ]);
  });

  it('says what may not be read, and does not call that silence', async () => {
    list.mockRejectedValue(new ApiError(403, 'Forbidden', 'events is forbidden'));
    await openAndWait('vm/ns1/web');
    await screen.findByText('You have no permission to list Events.');
    expect(screen.queryByText(/^No warnings/)).toBeNull();
  });

  it('asks nobody about what has no pods and no events of its own', () => {
    open('bridge/worker-0/br-vmdata');
    expect(list).not.toHaveBeenCalled();
  });
});
