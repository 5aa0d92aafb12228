import { bridgeNad, ovnNad } from '../../../dev/test/makeClusterPolicies';
import { workerState, WORKERS } from '../../../dev/test/makeClusterHealthy';
import { withObjects } from '../../../dev/test/makeCluster';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import { parseJson, recordOf, textOf } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import { formatText } from '../../cluster/text';
import { clusterWithFreeNic, graphOf } from '../testing';
import { checkClone } from './checkClone';
import { clonedNad } from './clonedNad';
import { cloneSource } from './cloneSource';
import { planClone } from './planClone';
import type { CloneIntent } from './planClone';

const keyOf = ({ kind, metadata }: KubeObject): string =>
  `${textOf(kind)}/${textOf(metadata?.namespace)}/${textOf(metadata?.name)}`;

const LOCALNET = { vlanID: 300, physicalNetworkName: 'vmdata', name: 'lan' };

/** One network in two projects, under another name in the second, and a VM in each. */
const objects = (): readonly KubeObject[] => [
  ...clusterWithFreeNic(),
  ovnNad('ns1/lan', { config: LOCALNET }),
  ovnNad('ns2/office', { config: LOCALNET }),
  ovnNad('default/lan', { config: LOCALNET }),
  vm('ns1/a', { nics: ['lan', 'default/lan'] }),
  vm('ns2/b', { nics: ['office'] }),
];

const NICS = [
  { namespace: 'ns1', name: 'a', nic: 'net1' },
  { namespace: 'ns1', name: 'a', nic: 'net2' },
  { namespace: 'ns2', name: 'b', nic: 'net1' },
];

const intentOf = (change: Partial<CloneIntent> = {}): CloneIntent => ({
  jobId: 'job-1',
  name: 'lan-2',
  values: { vlan: 301, localnet: 'vmdata' },
  nics: NICS,
  old: 'remove',
  ...change,
});

const setUp = (id = 'network/lan', all: readonly KubeObject[] = objects()) => {
  const graph = graphOf(all);
  const source = cloneSource(graph, id);
  if (source === undefined) throw new Error(`${id} is not there`);
  const byKey = new Map(all.map((object) => [keyOf(object), object]));
  const vms = new Map(
    [...byKey].map(([key, object]) => [key.slice(key.indexOf('/') + 1), object] as const),
  );
  return {
    source,
    plan: (intent: CloneIntent) => planClone(graph, source, intent, byKey, vms).steps,
    guards: (intent: CloneIntent) =>
      checkClone(graph, source, intent).map(({ id: rule, level, message }) => [
        rule,
        level,
        formatText(message),
      ]),
  };
};

const configOf = (body: unknown): unknown =>
  parseJson(textOf(recordOf(recordOf(body).spec).config));

test('each project gets its NAD, each NIC the one beside its own, and each old NAD goes by itself', () => {
  const steps = setUp().plan(intentOf());
  expect(steps.map(({ id }) => id)).toEqual([
    'NetworkAttachmentDefinition/default/lan-2',
    'NetworkAttachmentDefinition/ns1/lan-2',
    'NetworkAttachmentDefinition/ns2/lan-2',
    'VirtualMachine/ns1/a',
    'VirtualMachine/ns1/a#net2',
    'VirtualMachine/ns2/b',
    'NetworkAttachmentDefinition/default/lan#delete',
    'NetworkAttachmentDefinition/ns1/lan#delete',
    'NetworkAttachmentDefinition/ns2/office#delete',
  ]);
  expect(configOf(recordOf(steps[1]?.write).body)).toEqual({
    cniVersion: '0.4.0',
    name: 'lan-2',
    type: 'ovn-k8s-cni-overlay',
    topology: 'localnet',
    netAttachDefName: 'ns1/lan-2',
    vlanID: 301,
    physicalNetworkName: 'vmdata',
  });
  const written = steps.flatMap(({ write }) =>
    write.type === 'patch' ? write.operations.map((one) => recordOf(one).value) : [],
  );
  expect(written).toEqual(expect.arrayContaining(['lan-2', 'default/lan-2']));
  expect(steps.at(-1)?.gate).toMatchObject({ type: 'networkUnused', nads: ['ns2/office'] });
});

test('of chosen projects alone, the others keep their NAD and their VMs', () => {
  const { plan, guards } = setUp('nad/ns1/lan');
  const asked = intentOf({ projects: ['ns1'], nics: NICS.slice(0, 1) });
  expect(guards(asked).filter(([, level]) => level === 'block')).toEqual([]);
  expect(plan(asked).map(({ id }) => id)).toEqual([
    'NetworkAttachmentDefinition/ns1/lan-2',
    'VirtualMachine/ns1/a',
    'NetworkAttachmentDefinition/ns1/lan#delete',
  ]);
});

test.each<[string, Partial<CloneIntent>, string, string]>([
  ['no project', { projects: [], nics: [] }, 'VM-001', 'at least one project'],
  ['a name that a NAD of a project has', { name: 'office' }, 'PRE-011', 'is there already'],
  ['the name of a network', { name: 'vlan-100' }, 'PRE-011', 'is there already'],
  ['a VLAN that is none', { values: { vlan: 0, localnet: 'vmdata' } }, 'NAD-010', '1 to 4094'],
  ['a localnet that no node maps', { values: { localnet: 'x' } }, 'NAD-004', 'localnet x'],
  [
    'subnets that are none',
    { values: { localnet: 'vmdata', subnets: ['ten'] } },
    'ADDR-001',
    'ten is no subnet',
  ],
  ['NICs that would stay', { nics: NICS.slice(1) }, 'PRE-003', '1 VM NICs would stay'],
])('%s blocks', (_what, change, id, sentence) => {
  expect(setUp().guards(intentOf(change))).toContainEqual([
    id,
    'block',
    expect.stringContaining(sentence),
  ]);
});

test('a NAD or a VM that Argo CD keeps is not written over', () => {
  const labels = { 'argocd.argoproj.io/instance': 'shop' };
  const kept = withObjects(
    objects(),
    ovnNad('ns2/office', { config: LOCALNET, labels }),
    vm('ns1/a', { nics: ['lan', 'default/lan'], labels }),
  );
  const found = setUp('network/lan', kept).guards(intentOf());
  expect(found.filter(([id, level]) => id === 'GIT-001' && level === 'block')).toHaveLength(3);
});

test('a NIC that only its running instance still has there is not moved again', () => {
  const left = withObjects(
    objects(),
    vm('ns2/b', { nics: ['elsewhere'] }),
    vmi('ns2/b', { nics: ['office'] }),
  );
  const { source } = setUp('network/lan', left);
  expect(source.users.map(({ key }) => key)).toEqual(['ns1/a/net1', 'ns1/a/net2']);
});

const BRIDGE_NADS = [
  bridgeNad('ns1/floor', { bridge: 'br1', vlan: 5 }),
  bridgeNad('ns2/floor', { bridge: 'br1', vlan: 5 }),
  bridgeNad('ns3/floor', { bridge: 'br1', vlan: 6 }),
  vm('ns1/a', { nics: ['floor'] }),
];

const withLinuxBridges = (): readonly KubeObject[] =>
  withObjects(
    clusterWithFreeNic(),
    ...WORKERS.map((name, index) =>
      workerState(name, {
        bridges: ['br1', 'br2']
          .slice(0, index === 0 ? 2 : 1)
          .map((bridge) => ({ name: bridge, ports: [], linux: true })),
      }),
    ),
    ...BRIDGE_NADS,
  );

test('a NAD of a Linux bridge goes to another bridge, with the resource for the scheduler', () => {
  const { source, plan } = setUp('nad/ns1/floor', withLinuxBridges());
  expect(source).toMatchObject({
    medium: 'bridge',
    projects: ['ns1', 'ns2'],
    present: { bridge: 'br1', vlan: 5 },
  });
  const [made] = plan(
    intentOf({ name: 'floor-2', values: { bridge: 'br2', vlan: 7 }, nics: [], old: 'keep' }),
  );
  expect(made?.write).toMatchObject({
    body: {
      metadata: {
        annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'bridge.network.kubevirt.io/br2' },
        labels: { 'vm-networks/job': 'job-1' },
      },
    },
  });
  expect(configOf(recordOf(made?.write).body)).toMatchObject({
    name: 'floor-2',
    bridge: 'br2',
    vlan: 7,
    macspoofchk: true,
  });
});

test('a bridge that no node has blocks, one that is not where the VM runs is told', () => {
  const node = WORKERS[1];
  const running = [...withLinuxBridges(), vmi('ns1/a', { nics: ['floor'], node })];
  const { guards } = setUp('nad/ns1/floor', running);
  const nics = NICS.slice(0, 1);
  const asked = (bridge: string) =>
    guards(intentOf({ name: 'floor-2', values: { bridge }, nics, old: 'keep' }));
  expect(asked('br9')).toContainEqual(['NAD-004', 'block', 'No node has bridge br9.']);
  expect(asked('br2')).toContainEqual([
    'PRE-007',
    'warn',
    `NAD ns1/floor-2 does not reach node ${node}, where VM ns1/a runs now.`,
  ]);
  expect(asked('br1').filter(([, level]) => level !== 'info')).toEqual([]);
});

const copy = (config: string, values: CloneIntent['values']) =>
  configOf(
    clonedNad(ovnNad('ns1/lan', { raw: config }), {
      name: 'lan-2',
      jobId: 'job-1',
      medium: 'localnet',
      values,
    }),
  );

test('keys count in any case, the wrong VLAN key goes, and a list keeps its other plugins', () => {
  expect(
    copy('{"type":"ovn-k8s-cni-overlay","Name":"lan","vlanId":1,"vlan":1,"x":[1]}', {}),
  ).toEqual({ type: 'ovn-k8s-cni-overlay', Name: 'lan-2', x: [1], netAttachDefName: 'ns1/lan-2' });
  const list = copy('{"name":"lan","plugins":[{"type":"ovn-k8s-cni-overlay"},{"type":"tuning"}]}', {
    vlan: 9,
    localnet: 'lan',
  });
  expect(list).toEqual({
    name: 'lan-2',
    plugins: [
      {
        type: 'ovn-k8s-cni-overlay',
        netAttachDefName: 'ns1/lan-2',
        physicalNetworkName: 'lan',
        vlanID: 9,
      },
      { type: 'tuning' },
    ],
  });
});

test('of a trunk the VLANs of the guest are changed, and kept as written where nobody asks', () => {
  const trunk = [{ id: 5 }, { minID: 10, maxID: 20 }];
  const all = [
    ...withLinuxBridges(),
    bridgeNad('ns1/trunk', { bridge: 'br1', config: { vlanTrunk: trunk } }),
  ];
  const { source, plan, guards } = setUp('nad/ns1/trunk', all);
  const guestVlans = [
    { min: 5, max: 5 },
    { min: 10, max: 20 },
  ];
  expect(source.present.guestVlans).toEqual(guestVlans);
  const made = (values: CloneIntent['values']) =>
    configOf(recordOf(plan(intentOf({ values, nics: [] }))[0]?.write).body);
  expect(made({ bridge: 'br1', mtu: 1400 })).toMatchObject({ vlanTrunk: trunk });
  expect(made({ bridge: 'br1', guestVlans: [{ min: 7, max: 9 }] })).toMatchObject({
    vlanTrunk: [{ minID: 7, maxID: 9 }],
  });
  const wrong = { bridge: 'br1', guestVlans: [{ min: 9, max: 7 }] };
  expect(guards(intentOf({ values: wrong, nics: [] })).map(([id]) => id)).toContain('NAD-010');
});

test('a NAD whose configuration cannot be read any more leaves no plan', () => {
  const broken = withObjects(objects(), ovnNad('ns1/lan', { raw: 'no JSON' }));
  const graph = graphOf(objects());
  const source = cloneSource(graph, 'network/lan');
  if (source === undefined) throw new Error('the network is not there');
  const served = new Map(broken.map((object) => [keyOf(object), object]));
  expect(planClone(graph, source, intentOf(), served, new Map()).steps).toEqual([]);
});
