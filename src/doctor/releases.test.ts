/** What depends on a release says which one it read, and claims nothing where it could not. */
import { NOW, condition, object } from '../../dev/test/makeCluster';
import { vlanNad } from './testing/vlanNad';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { completeSnapshot } from '../cluster/snapshotOf';
import { formatText } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import { isBefore, releaseOf } from './facts/release';
import { runDoctor } from './runDoctor';
import { healthyObjects } from './testing/healthyObjects';

const openshift = (...versions: readonly string[]): KubeObject =>
  object('config.openshift.io/v1', 'ClusterVersion', 'version', {
    status: {
      history: versions.map((version, at) => ({
        version,
        state: at === 0 && versions.length > 1 ? 'Partial' : 'Completed',
      })),
    },
  });

const kubevirt = (version: string, more: object = {}): KubeObject =>
  object('kubevirt.io/v1', 'KubeVirt', 'openshift-cnv/kubevirt', {
    spec: { configuration: { evictionStrategy: 'LiveMigrate', ...more } },
    status: { observedKubeVirtVersion: version },
  });

const found = (rule: string, ...objects: readonly KubeObject[]) => {
  const graph = buildGraph(completeSnapshot(healthyObjects(...objects)));
  const finding = runDoctor({ graph, now: NOW }).findings.find((one) => one.rule === rule);
  if (finding === undefined) throw new Error(`no ${rule}`);
  const { symptom, fix } = finding;
  return { symptom: symptom && formatText(symptom), fix: formatText(fix) };
};

const EITHER =
  'VMs on it do not start ("failed to find OVN bridge-mapping"); on older releases they run without traffic.';

test.each([
  ['4.18', [openshift('4.18.30')], 'VMs start all the same on OpenShift 4.18.30'],
  ['4.20', [openshift('4.20.1')], 'On OpenShift 4.20.1 VMs do not start there'],
  ['5.0', [openshift('5.0.0')], 'On OpenShift 5.0.0 VMs do not start there'],
  [
    'an update that runs',
    [openshift('4.20.1', '4.18.9')],
    'VMs start all the same on OpenShift 4.18.9',
  ],
  ['4.19, of which it is not known', [openshift('4.19.9')], EITHER],
  ['no version that can be read', [], EITHER],
])('an unmapped localnet on %s', (_release, objects, symptom) => {
  const lost = vlanNad('ns1/lost', { physicalNetworkName: 'nowhere' });
  expect(found('NAD-004', lost, ...objects).symptom).toContain(symptom);
});

const unplugged = vmi('ns1/web', {
  nics: ['vlan-100'],
  status: [{ name: 'default', infoSource: 'domain' }],
});

test.each([
  ['v1.5.2', 'LiveUpdate', 'Live-migrate the VM: KubeVirt v1.5.2 does not do it by itself here.'],
  ['v1.6.2', 'Staged', 'Live-migrate the VM: KubeVirt v1.6.2 does not do it by itself here.'],
  ['v1.6.2', 'LiveUpdate', 'KubeVirt v1.6.2 should have migrated the VM by itself'],
  ['', 'LiveUpdate', 'Live-migrate the VM; if it cannot be migrated, restart it.'],
])('a NIC not plugged on KubeVirt %s, roll-out %s', (version, vmRolloutStrategy, fix) => {
  const objects = [unplugged, kubevirt(version, { vmRolloutStrategy })];
  expect(found('VM-010', ...objects).fix).toContain(fix);
});

const moved = (nics: Parameters<typeof vm>[1]): readonly KubeObject[] => {
  const template = vm('ns1/web', nics);
  const status = { conditions: [condition('RestartRequired', 'True')] };
  return [vlanNad('ns1/lan'), { ...template, status }];
};

test.each([
  ['v1.7.0', [], 'Restart the VM: KubeVirt v1.7.0 does not move a running NIC to another NAD.'],
  ['v1.8.0', ['LiveUpdateNADRef'], 'Restart the VM.'],
  ['v1.9.0', [], 'Restart the VM.'],
])('a NIC with another NAD on KubeVirt %s with gates %j', (version, featureGates, fix) => {
  const objects = [
    ...moved({ nics: ['lan'] }),
    kubevirt(version, { developerConfiguration: { featureGates } }),
  ];
  expect(found('VM-007', ...objects).fix).toBe(fix);
});

test('releases are told by major and minor', () => {
  expect(releaseOf('v1.10.2-34-gabc')).toEqual({ major: 1, minor: 10, text: 'v1.10.2-34-gabc' });
  expect(releaseOf('devel')).toBeUndefined();
  const release = { major: 1, minor: 10, text: '1.10' };
  expect([isBefore(release, 1, 9), isBefore(release, 1, 11), isBefore(release, 2, 0)]).toEqual([
    false,
    true,
    true,
  ]);
});
