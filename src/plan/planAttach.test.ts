import type { KubeObject } from '../cluster/kubeObject';
import { ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm } from '../../dev/test/makeClusterVms';
import type { AttachIntent } from './attachIntent';
import type { Plan, Step } from './model';
import { planAttach } from './planAttach';
import { clusterWithFreeNic, graphOf, intent } from './testing';

const WEB = vm('ns1/web', { nics: ['vlan-100'] });

const plan = (change: Partial<AttachIntent> = {}, more: readonly KubeObject[] = []): Plan =>
  planAttach(
    graphOf([...clusterWithFreeNic(), ...more]),
    intent(change),
    new Map([['ns1/web', WEB]]),
  );

const ids = (result: Plan): readonly string[] => result.steps.map((step) => step.id);

const created = (step: Step | undefined): KubeObject => {
  if (step?.write.type !== 'create') throw new Error('not a create');
  return step.write.body;
};

const nadConfig = (step: Step | undefined): Record<string, unknown> => {
  const spec = created(step).spec as { config: string };
  return JSON.parse(spec.config) as Record<string, unknown>;
};

test('a localnet that fits is reused: NAD and VM are all that is written', () => {
  const result = plan();
  expect(ids(result)).toEqual([
    'NetworkAttachmentDefinition/ns1/vlan-200',
    'VirtualMachine/ns1/web',
  ]);
  expect(nadConfig(result.steps[0])).toEqual({
    cniVersion: '0.4.0',
    name: 'vlan-200',
    type: 'ovn-k8s-cni-overlay',
    topology: 'localnet',
    physicalNetworkName: 'vmdata',
    netAttachDefName: 'ns1/vlan-200',
    vlanID: 200,
    mtu: 1500,
  });
  expect(result.reused.map(({ values }) => values)).toEqual([
    { localnet: 'vmdata', bridge: 'br-vmdata' },
  ]);
});

test('br-ex gets a mapping of its own and no interface is named', () => {
  const result = plan({ uplink: { type: 'existingBridge', bridge: 'br-ex' } });
  expect(ids(result)[0]).toBe('NodeNetworkConfigurationPolicy/map-machine-net');
  expect(created(result.steps[0]).spec).toEqual({
    nodeSelector: { 'node-role.kubernetes.io/worker': '' },
    desiredState: {
      ovn: { 'bridge-mappings': [{ localnet: 'machine-net', bridge: 'br-ex', state: 'present' }] },
    },
  });
  expect(nadConfig(result.steps[1]).physicalNetworkName).toBe('machine-net');
});

test('a new bridge is built one node at a time and names the nodes it touches', () => {
  const result = plan({ uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens256'] } });
  const [policy] = result.steps;
  expect(policy?.id).toBe('NodeNetworkConfigurationPolicy/br-vms');
  expect(policy?.nodes).toEqual(['worker-0', 'worker-1']);
  expect(created(policy).spec).toMatchObject({ maxUnavailable: 1 });
  expect(nadConfig(result.steps[1]).physicalNetworkName).toBe('vms');
});

test('a policy name and a localnet that are taken are not taken again', () => {
  const result = plan({ uplink: { type: 'newBridge', bridge: 'br-vmdata2', nics: ['ens256'] } }, [
    ovnNad('ns2/other', { config: { physicalNetworkName: 'vmdata2', vlanID: 7 } }),
  ]);
  expect(nadConfig(result.steps[1]).physicalNetworkName).toBe('vmdata2-2');
});

test('another NAD of a network that exists is a copy with its own name', () => {
  const result = plan({ networkName: 'vlan-100', vlan: 100, projects: ['ns2', 'ns1'] });
  expect(ids(result)).toContain('NetworkAttachmentDefinition/ns2/vlan-100');
  expect(ids(result)).not.toContain('NetworkAttachmentDefinition/ns1/vlan-100');
  const existing = ovnNad('ns1/vlan-100', {
    config: { physicalNetworkName: 'vmdata', vlanID: 100 },
  });
  const config = JSON.parse((existing.spec as { config: string }).config) as object;
  expect(nadConfig(result.steps[0])).toEqual({ ...config, netAttachDefName: 'ns2/vlan-100' });
});

test('a VM outside the chosen projects refers to the NAD in default', () => {
  const result = plan({ projects: ['default'] });
  const [, step] = result.steps;
  expect(step?.write.type === 'patch' && JSON.stringify(step.write.after)).toContain(
    '"networkName":"default/vlan-200"',
  );
});

test('every object that a plan creates carries the job, and every inverse names what a step wrote', () => {
  const result = plan({ uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens256'] } });
  for (const step of result.steps) {
    expect(step.inverse.ref).toEqual(step.ref);
    if (step.write.type !== 'create') continue;
    expect(step.write.body.metadata?.labels).toMatchObject({ 'vm-networks/job': 'job-1' });
  }
});
