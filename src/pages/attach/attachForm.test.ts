import { bridgeNad, ovnNad } from '../../../dev/test/makeClusterPolicies';
import { proposeFlows } from '../../plan/proposeFlows';
import { clusterWithFreeNic, graphOf } from '../../plan/testing';
import { chosenProposal, editForm, initialForm, intentOf, newJobId, wishOf } from './attachForm';
import type { AttachForm } from './attachForm';

const GRAPH = graphOf([
  ...clusterWithFreeNic(),
  ovnNad('ns1/other-name', {
    config: { name: 'vlan-100', physicalNetworkName: 'vmdata', vlanID: 100 },
  }),
  bridgeNad('ns2/br9-net', { bridge: 'br9', vlan: 9 }),
]);

const intentFrom = (form: AttachForm) => {
  const wish = wishOf(form, 'j-1');
  const chosen = chosenProposal(form, proposeFlows(GRAPH, wish));
  if (chosen === undefined) throw new Error('nothing proposed');
  return intentOf(GRAPH, form, wish, chosen);
};

test('starts on the nodes that run VMs, with the VM and VLAN of the link', () => {
  const form = initialForm(GRAPH, { vms: ['ns1/web', 'ns1/gone'], vlan: '200' });
  expect(form).toMatchObject({ vms: ['ns1/web'], projects: ['ns1'], vlan: '200', reach: 'vlan' });
  expect(intentFrom(form)).toMatchObject({
    flow: 'cudnLocalnet',
    uplink: { type: 'existingBridge', bridge: 'br-vmdata' },
    networkName: 'vlan-200',
    vlan: 200,
    vms: [{ namespace: 'ns1', name: 'web' }],
  });
});

test.each([
  [{ nad: 'ns1/vlan-100' }, { networkName: 'vlan-100', flow: 'dedicatedNic', vlan: 100 }],
  [{ nad: 'ns1/other-name' }, { networkName: 'vlan-100', vlan: 100 }],
  [{ nad: 'ns2/br9-net' }, { networkName: 'br9-net', vlan: 9 }],
  [{ network: 'vlan-100' }, { networkName: 'vlan-100', flow: 'dedicatedNic', vlan: 100 }],
  [{ bridge: 'br-ex', vlan: '300' }, { uplink: { bridge: 'br-ex' } }],
  [{ localnet: 'vmdata', vlan: '300' }, { uplink: { bridge: 'br-vmdata' } }],
  [{ nic: 'ens256', vlan: '300' }, { uplink: { type: 'newBridge', nics: ['ens256'] } }],
  [
    { node: 'worker-1', nic: 'ens256', vlan: '300' },
    {
      nodeSelector: { 'kubernetes.io/hostname': 'worker-1' },
      uplink: { type: 'newBridge', nics: ['ens256'] },
    },
  ],
  [
    { node: 'worker-1', nic: 'ens192', vlan: '300' },
    {
      nodeSelector: { 'kubernetes.io/hostname': 'worker-1' },
      uplink: { type: 'existingBridge' },
    },
  ],
])('started from %j the form says %j', (start, expected) => {
  expect(intentFrom(initialForm(GRAPH, start))).toMatchObject(expected);
});

test('a node that is not there is not chosen', () => {
  const form = initialForm(GRAPH, { node: 'gone', nic: 'ens256' });
  expect(form).toMatchObject({ selectorId: 'node-role.kubernetes.io/worker=' });
  expect(form.nodeList).toBeUndefined();
});

test('what is typed becomes numbers, or NaN for the guards to refuse', () => {
  const form = { ...initialForm(GRAPH, {}), vlan: '12x', mtu: ' 9000 ' };
  const wish = wishOf(form, 'j');
  expect(wish).toMatchObject({ reach: { type: 'vlan', vlan: Number.NaN }, mtu: 9000 });
  const trunk = { ...form, reach: 'trunk', ranges: '100, 200-210 x' } as const;
  expect(wishOf(trunk, 'j').reach).toEqual({
    type: 'trunk',
    ranges: [
      { min: 100, max: 100 },
      { min: 200, max: 210 },
      { min: Number.NaN, max: Number.NaN },
    ],
  });
});

test('another wish or other nodes forget an uplink that was chosen for the old ones', () => {
  const uplink = { type: 'existingBridge', bridge: 'br-ex' } as const;
  const form = editForm(initialForm(GRAPH, { vlan: '200' }), { uplink });
  expect(intentFrom(form).uplink).toEqual(uplink);
  expect(editForm(form, { selectorId: '' }).uplink).toBeUndefined();
  expect(editForm(form, { flow: 'dedicatedNic' }).uplink).toBeUndefined();
  expect(editForm(form, { mtu: '1400' }).uplink).toEqual(uplink);
});

test('the projects of chosen VMs are added unless all projects are served already', () => {
  const form = initialForm(GRAPH, {});
  expect(editForm(form, { vms: ['ns2/db'] }).projects).toEqual(['ns2']);
  const all = { ...form, projects: ['default'] };
  expect(editForm(all, { vms: ['ns2/db'] }).projects).toEqual(['default']);
});

test('nodes chosen one by one get a label of this job', () => {
  const form = { ...initialForm(GRAPH, {}), nodeList: ['worker-1'] };
  expect(wishOf(form, 'j-1')).toMatchObject({
    nodeSelector: { 'vm-networks/nodes-j-1': '' },
    labelNodes: ['worker-1'],
  });
});

test('a job id is a label value that differs from job to job', () => {
  expect(newJobId(1_700_000_000_000, 0.5)).toMatch(/^[a-z0-9]+-[a-z0-9]{4}$/);
  expect(newJobId(1, 0.5)).not.toBe(newJobId(1, 0.6));
});
