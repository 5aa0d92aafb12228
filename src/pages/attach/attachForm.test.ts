import { editForm, intentOf, newJobId } from './attachForm';
import type { AttachForm } from './attachForm';

const FORM: AttachForm = {
  selectorId: 'node-role.kubernetes.io/worker=',
  uplinkType: 'existingBridge',
  bridge: 'br-vmdata',
  newBridgeName: 'br-vms',
  nic: '',
  vlan: '',
  networkName: '',
  networkNameTyped: false,
  mtu: '',
  projects: [],
  vms: [],
};

test('the network name follows the VLAN until the user types one', () => {
  const followed = editForm(FORM, { vlan: '1926' });
  expect(followed.networkName).toBe('vlan-1926');
  const typed = editForm(followed, { networkName: 'storage' });
  expect(editForm(typed, { vlan: '7' }).networkName).toBe('storage');
  const cleared = editForm(typed, { networkName: '' });
  expect(editForm(cleared, { vlan: '7' }).networkName).toBe('vlan-7');
});

test('choosing a VM adds its project, unless every project is served already', () => {
  expect(editForm(FORM, { vms: ['red/db'] }).projects).toEqual(['red']);
  const all = { ...FORM, projects: ['default'] };
  expect(editForm(all, { vms: ['red/db'] }).projects).toEqual(['default']);
});

test.each([
  ['', undefined],
  [' 1926 ', 1926],
  ['19x', Number.NaN],
  ['-1', Number.NaN],
  ['1e3', Number.NaN],
])('VLAN typed as %j is read as %d', (typed, vlan) => {
  expect(intentOf({ ...FORM, vlan: typed }, 'j').vlan).toBe(vlan);
});

test('an intent names what the form holds', () => {
  const form = {
    ...FORM,
    uplinkType: 'newBridge' as const,
    nic: 'ens256',
    vms: ['red/db'],
    mtu: '9000',
  };
  expect(intentOf(form, 'j-1')).toEqual({
    jobId: 'j-1',
    nodeSelector: { 'node-role.kubernetes.io/worker': '' },
    flow: 'dedicatedNic',
    addressing: { type: 'outside' },
    uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens256'] },
    networkName: '',
    mtu: 9000,
    projects: [],
    vms: [{ namespace: 'red', name: 'db' }],
  });
});

test('a job id is a label value', () => {
  expect(newJobId(1_700_000_000_000, 0)).toMatch(/^[a-z0-9]+-[a-z0-9]{4}$/);
  expect(newJobId(1_700_000_000_000, 0.999999)).toMatch(/^[a-z0-9]+-[a-z0-9]{4}$/);
});
