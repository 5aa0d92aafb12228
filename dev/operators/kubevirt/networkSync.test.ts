import { networkSync, otherPartsDiffer } from './networkSync';
import type { VmInterface, VmiSpec, VmNetwork } from './vmTypes';

const spec = (...nics: [VmInterface, VmNetwork][]): VmiSpec => ({
  domain: { devices: { interfaces: nics.map(([iface]) => iface) } },
  networks: nics.map(([, network]) => network),
});

const pod: [VmInterface, VmNetwork] = [
  { name: 'default', masquerade: {}, macAddress: '02:00:00:00:00:01' },
  { name: 'default', pod: {} },
];
const nic = (more: Partial<VmInterface> = {}, nad = 'vlan-1'): [VmInterface, VmNetwork] => [
  { name: 'net1', bridge: {}, macAddress: '02:00:00:00:00:02', ...more },
  { name: 'net1', multus: { networkName: nad } },
];
const attached = [{ name: 'default' }, { name: 'net1' }];

test('A.7.2: equal lists change nothing', () => {
  expect(networkSync(spec(pod, nic()), spec(pod, nic()), attached)).toEqual({
    detached: [],
    restartRequired: false,
  });
});

test('A.7.2: an added bridge NIC is hot-plugged', () => {
  const sync = networkSync(spec(pod, nic()), spec(pod), attached);
  expect(sync.instance?.interfaces.map(({ name }) => name)).toEqual(['default', 'net1']);
  expect(sync.restartRequired).toBe(false);
});

test('A.7.2: another NAD is passed on', () => {
  const sync = networkSync(spec(pod, nic({}, 'vlan-2')), spec(pod, nic()), attached);
  expect(sync.instance?.networks[1]?.multus?.networkName).toBe('vlan-2');
  expect(sync.restartRequired).toBe(false);
});

test('A.7.2: state absent is passed on, and once detached both entries go everywhere', () => {
  const wanted = spec(pod, nic({ state: 'absent' }));
  const first = networkSync(wanted, spec(pod, nic()), attached);
  expect(first.instance?.interfaces[1]?.state).toBe('absent');
  expect(first.detached).toEqual([]);
  const second = networkSync(wanted, spec(pod, nic({ state: 'absent' })), [{ name: 'default' }]);
  expect(second.instance?.interfaces.map(({ name }) => name)).toEqual(['default']);
  expect(second.detached).toEqual(['net1']);
});

test.each(['down', 'up'])('A.7.2: link state %s is live', (state) => {
  const sync = networkSync(spec(pod, nic({ state })), spec(pod, nic()), attached);
  expect(sync.instance?.interfaces[1]?.state).toBe(state);
  expect(sync.restartRequired).toBe(false);
});

test.each<[string, VmiSpec]>([
  ['removed without absent', spec(pod)],
  ['another model', spec(pod, nic({ model: 'e1000e' }))],
  ['another MAC address', spec(pod, nic({ macAddress: '02:00:00:00:00:99' }))],
  ['another binding', spec(pod, nic({ bridge: undefined, sriov: {} }))],
])('A.7.2: %s needs a restart', (_what, wanted) => {
  expect(networkSync(wanted, spec(pod, nic()), attached).restartRequired).toBe(true);
});

test('A.7.2: a pod network added to a running VM needs a restart', () => {
  expect(networkSync(spec(pod, nic()), spec(nic()), attached).restartRequired).toBe(true);
});

test('A.7.1: a template that lists nothing means the pod network the instance was given', () => {
  const nothing: VmiSpec = { domain: { devices: {} } };
  expect(networkSync(nothing, spec(pod), attached)).toEqual({
    detached: [],
    restartRequired: false,
  });
  expect(networkSync(spec(nic()), spec(pod), attached).restartRequired).toBe(true);
});

test('A.7.2: a change of CPU or disks needs a restart, one of placement does not', () => {
  const base: VmiSpec = { domain: { cpu: { cores: 1 }, devices: { disks: [] } } };
  const more: VmiSpec = { domain: { cpu: { cores: 2 }, devices: { disks: [] } } };
  expect(otherPartsDiffer(base, more)).toBe(true);
  expect(otherPartsDiffer({ ...base, nodeSelector: { a: 'b' } }, base)).toBe(false);
});
