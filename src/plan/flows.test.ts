/**
 * Each flow against the YAML that the domain reference, part D, gives for it, written by hand.
 * Labels of ours and descriptions of interfaces are left out of the comparison: they are for
 * people, not for the cluster.
 */
import { parse, parseAllDocuments } from 'yaml';
import { bondEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import { cudn, ovnNad } from '../../dev/test/makeClusterPolicies';
import { nns, withObjects } from '../../dev/test/makeCluster';
import { WORKERS } from '../../dev/test/makeClusterHealthy';
import type { KubeObject } from '../cluster/kubeObject';
import type { AttachIntent } from './attachIntent';
import { checkAttachIntent } from './checkAttachIntent';
import type { Plan } from './model';
import { planAttach } from './planAttach';
import { clusterWithFreeNic, graphOf, intent } from './testing';

const planOf = (change: Partial<AttachIntent>, objects = clusterWithFreeNic()): Plan =>
  planAttach(graphOf(objects), intent({ vms: [], ...change }), new Map());

/** Comparable form: the NAD's config parsed, our marks and descriptions gone. */
const inSubstance = (value: unknown): unknown => {
  const copy = structuredClone(value) as {
    metadata: { labels?: unknown };
    spec: { config?: unknown; desiredState?: { interfaces?: { description?: string }[] } };
  };
  delete copy.metadata.labels;
  if (typeof copy.spec.config === 'string') copy.spec.config = parse(copy.spec.config);
  for (const entry of copy.spec.desiredState?.interfaces ?? []) delete entry.description;
  return copy;
};

const written = (plan: Plan): readonly unknown[] =>
  plan.steps.map(({ write }) =>
    write.type === 'create'
      ? inSubstance(write.body)
      : write.type === 'patch'
        ? write.operations
        : write,
  );

const documents = (yaml: string): readonly unknown[] =>
  parseAllDocuments(yaml).map((document) => {
    const value = document.toJS() as unknown;
    return Array.isArray(value) ? value : inSubstance(value);
  });

/** br-ex on VLAN 10 of a bond, as the installer leaves it (seed case 4). */
const clusterOnTaggedVlan = (): readonly KubeObject[] =>
  withObjects(
    clusterWithFreeNic(),
    ...WORKERS.map((name) =>
      nns(name, {
        ip: name === 'worker-0' ? '192.168.4.11' : '192.168.4.12',
        nics: ['eno1', 'eno2', 'ens224'],
        brExUplink: 'bond0.10',
        interfaces: [bondEntry('bond0', ['eno1', 'eno2']), vlanEntry('bond0.10', 'bond0', 10)],
      }),
    ),
  );

const OWN_BRIDGE = `
apiVersion: nmstate.io/v1
kind: NodeNetworkConfigurationPolicy
metadata: {name: br-vms}
spec:
  nodeSelector: {node-role.kubernetes.io/worker: ""}
  maxUnavailable: 1
  desiredState:
    interfaces:
    - {name: ens256, type: ethernet, state: up, mtu: 1500, ipv4: {enabled: false}, ipv6: {enabled: false}}
    - name: br-vms
      type: ovs-bridge
      state: up
      bridge:
        allow-extra-patch-ports: true
        options: {stp: false, mcast-snooping-enable: true}
        port: [{name: ens256}, {name: br-vms}]
    - {name: br-vms, type: ovs-interface, state: up, ipv4: {enabled: false}, ipv6: {enabled: false}}
    ovn:
      bridge-mappings: [{localnet: vms, bridge: br-vms, state: present}]
`;

const MACHINE_NET = `
apiVersion: nmstate.io/v1
kind: NodeNetworkConfigurationPolicy
metadata: {name: map-machine-net}
spec:
  nodeSelector: {node-role.kubernetes.io/worker: ""}
  desiredState:
    ovn:
      bridge-mappings: [{localnet: machine-net, bridge: br-ex, state: present}]
`;

const localnetNad = (config: string): string => `
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: vlan-200, namespace: ns1}
spec:
  config: |-
    {"cniVersion": "0.4.0", "name": "vlan-200", "type": "ovn-k8s-cni-overlay", "topology": "localnet",
     "netAttachDefName": "ns1/vlan-200", "mtu": 1500, ${config}}
`;

const cudnOn = (localnet: string, more = ''): string => `
apiVersion: k8s.ovn.org/v1
kind: ClusterUserDefinedNetwork
metadata: {name: vlan-200}
spec:
  namespaceSelector: {matchLabels: {vm-network/vlan-200: "true"}}
  network:
    topology: Localnet
    localnet:
      role: Secondary
      physicalNetworkName: ${localnet}
      ipam: {mode: Disabled}
      mtu: 1500
      ${more === '' ? 'vlan: {mode: Access, access: {id: 200}}' : more}
`;

const LABEL = `
- {op: test, path: /metadata/uid, value: uid-ns1}
- {op: add, path: /metadata/labels/vm-network~1vlan-200, value: "true"}
`;

const BRIDGE_NAD = (bridge: string, config: string): string => `
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata:
  name: vlan-200
  namespace: ns1
  annotations: {k8s.v1.cni.cncf.io/resourceName: bridge.network.kubevirt.io/${bridge}}
spec:
  config: |-
    {"cniVersion": "0.3.1", "name": "vlan-200", "type": "bridge", "bridge": "${bridge}", ${config}
     "macspoofchk": true, "preserveDefaultVlan": false, "disableContainerInterface": true}
`;

const LINUX_BRIDGE = `
apiVersion: nmstate.io/v1
kind: NodeNetworkConfigurationPolicy
metadata: {name: br1-ens256}
spec:
  nodeSelector: {node-role.kubernetes.io/worker: ""}
  maxUnavailable: 1
  desiredState:
    interfaces:
    - {name: ens256, type: ethernet, state: up, ipv4: {enabled: false}, ipv6: {enabled: false}}
    - name: br1
      type: linux-bridge
      state: up
      ipv4: {enabled: false}
      ipv6: {enabled: false}
      bridge: {options: {stp: {enabled: false}}, port: [{name: ens256}]}
`;

const newBridge = (bridge: string): AttachIntent['uplink'] => ({
  type: 'newBridge',
  bridge,
  nics: ['ens256'],
});
const existing = (bridge: string): AttachIntent['uplink'] => ({ type: 'existingBridge', bridge });

test.each<[string, Partial<AttachIntent>, readonly string[]]>([
  [
    'D.1 dedicated NIC',
    { flow: 'dedicatedNic', uplink: newBridge('br-vms'), mtu: 1500 },
    [OWN_BRIDGE, localnetNad('"physicalNetworkName": "vms", "vlanID": 200')],
  ],
  [
    'D.2 br-ex, untagged',
    { flow: 'sharedUntagged', uplink: existing('br-ex'), vlan: undefined },
    [MACHINE_NET, localnetNad('"physicalNetworkName": "machine-net"')],
  ],
  [
    'D.3 br-ex, tagged',
    { flow: 'sharedNative', uplink: existing('br-ex') },
    [MACHINE_NET, localnetNad('"physicalNetworkName": "machine-net", "vlanID": 200')],
  ],
  [
    'D.5 Linux bridge',
    { flow: 'linuxBridge', uplink: newBridge('br1') },
    [LINUX_BRIDGE, BRIDGE_NAD('br1', '"vlan": 200,')],
  ],
  [
    'D.5 Linux bridge, the guest tags',
    {
      flow: 'linuxBridge',
      uplink: newBridge('br1'),
      vlan: undefined,
      guestVlans: [{ min: 100, max: 199 }],
    },
    [LINUX_BRIDGE, BRIDGE_NAD('br1', '"vlanTrunk": [{"minID": 100, "maxID": 199}],')],
  ],
  [
    'D.6 CUDN on a bridge of its own',
    { flow: 'cudnLocalnet', uplink: newBridge('br-vms'), mtu: 1500 },
    [OWN_BRIDGE, cudnOn('vms'), LABEL],
  ],
  [
    'D.6 CUDN on br-ex, untagged',
    { flow: 'cudnLocalnet', uplink: existing('br-ex'), vlan: undefined },
    [MACHINE_NET, cudnOn('machine-net', ' '), LABEL],
  ],
  [
    'D.7 layer2 for two projects',
    {
      flow: 'layer2',
      uplink: { type: 'none' },
      vlan: undefined,
      networkName: 'l2',
      projects: ['ns1', 'ns2'],
      mtu: 1300,
    },
    ['ns1', 'ns2'].map(
      (ns) => `
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: l2, namespace: ${ns}}
spec:
  config: '{"cniVersion": "0.3.1", "name": "l2", "type": "ovn-k8s-cni-overlay", "topology": "layer2",
            "mtu": 1300, "netAttachDefName": "${ns}/l2"}'
`,
    ),
  ],
  [
    'D.7 layer2 for one project, with addresses',
    {
      flow: 'layer2',
      uplink: { type: 'none' },
      vlan: undefined,
      networkName: 'l2-network',
      addressing: { type: 'cluster', subnets: ['10.200.0.0/24'] },
    },
    [
      `
apiVersion: k8s.ovn.org/v1
kind: UserDefinedNetwork
metadata: {name: l2-network, namespace: ns1}
spec:
  topology: Layer2
  layer2:
    role: Secondary
    subnets: ["10.200.0.0/24"]
    ipam: {mode: Enabled, lifecycle: Persistent}
`,
    ],
  ],
])('%s writes what the reference gives', (_flow, change, expected) => {
  expect(written(planOf(change))).toEqual(expected.flatMap(documents));
});

test('D.4 makes a VLAN interface and a bridge beside br-ex, and names the base only', () => {
  const plan = planOf(
    { flow: 'sharedTagged', uplink: { type: 'vlanBridge', bridge: 'br-200' } },
    clusterOnTaggedVlan(),
  );
  const policy = `
apiVersion: nmstate.io/v1
kind: NodeNetworkConfigurationPolicy
metadata: {name: br-200}
spec:
  nodeSelector: {node-role.kubernetes.io/worker: ""}
  maxUnavailable: 1
  desiredState:
    interfaces:
    - name: bond0.200
      type: vlan
      state: up
      vlan: {base-iface: bond0, id: 200}
      ipv4: {enabled: false}
      ipv6: {enabled: false}
    - name: br-200
      type: linux-bridge
      state: up
      ipv4: {enabled: false}
      ipv6: {enabled: false}
      bridge: {options: {stp: {enabled: false}}, port: [{name: bond0.200, vlan: {}}]}
`;
  expect(written(plan)).toEqual([policy, BRIDGE_NAD('br-200', '')].flatMap(documents));
});

test.each([
  [
    'balance-slb' as const,
    [
      {
        name: 'bond1',
        'link-aggregation': { mode: 'balance-slb', port: [{ name: 'ens256' }, { name: 'ens257' }] },
      },
      { name: 'br-vms' },
    ],
    ['ethernet ens256', 'ethernet ens257', 'ovs-bridge br-vms', 'ovs-interface br-vms'],
  ],
  [
    '802.3ad' as const,
    [{ name: 'bond1' }, { name: 'br-vms' }],
    [
      'ethernet ens256',
      'ethernet ens257',
      'bond bond1',
      'ovs-bridge br-vms',
      'ovs-interface br-vms',
    ],
  ],
])('two NICs become a bond of mode %s below the bridge', (bondMode, ports, entries) => {
  const plan = planOf({
    uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens257', 'ens256'], bondMode },
  });
  const [policy] = plan.steps;
  if (policy?.write.type !== 'create') throw new Error('no policy');
  const { desiredState } = policy.write.body.spec as {
    desiredState: { interfaces: { type: string; name: string; bridge?: { port: unknown } }[] };
  };
  expect(desiredState.interfaces.map(({ type, name }) => `${type} ${name}`)).toEqual(entries);
  expect(desiredState.interfaces.find(({ bridge }) => bridge)?.bridge?.port).toEqual(ports);
});

test('a CUDN for all projects selects the namespace default and labels nothing', () => {
  const [network, ...others] = planOf({ flow: 'cudnLocalnet', projects: ['default', 'ns1'] }).steps;
  expect(others).toEqual([]);
  expect(network?.write.type === 'create' && network.write.body.spec).toMatchObject({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'default' } },
  });
});

test('a CUDN that exists is used as it is: only the label of the new project is written', () => {
  const objects = [
    ...clusterWithFreeNic(),
    cudn('vlan-200', { network: { vlan: { mode: 'Access', access: { id: 200 } } } }),
  ];
  const plan = planOf({ flow: 'cudnLocalnet', projects: ['ns2'] }, objects);
  expect(plan.steps.map(({ id }) => id)).toEqual(['Namespace/ns2']);
  expect(plan.reused.map(({ values }) => values)).toContainEqual({ network: 'vlan-200' });
});

test('a bond takes a name that no node uses, as a bond of Open vSwitch either', () => {
  const plan = planOf(
    { uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens224', 'eno9'] } },
    withObjects(
      clusterWithFreeNic(),
      nns('worker-0', {
        nics: ['ens224', 'eno3'],
        bridges: [
          {
            name: 'br-other',
            ports: [
              {
                name: 'bond1',
                'link-aggregation': { mode: 'balance-slb', port: [{ name: 'eno3' }] },
              },
            ],
          },
        ],
        interfaces: [bondEntry('bond2', [])],
      }),
    ),
  );
  expect(JSON.stringify(plan.steps[0]?.write)).toContain('"bond3"');
});

test('a Linux bridge gets a NAD of its own, whatever OVN calls by the name of its network', () => {
  const other = ovnNad('ns1/tenant', {
    config: { name: 'lan', physicalNetworkName: 'vmdata', vlanID: 7 },
  });
  const objects = [...clusterWithFreeNic(), other];
  const change: Partial<AttachIntent> = {
    flow: 'linuxBridge',
    networkName: 'lan',
    uplink: { type: 'newBridge', bridge: 'br1', nics: ['ens256'] },
  };
  expect(planOf(change, objects).steps.map(({ id }) => id)).toContain(
    'NetworkAttachmentDefinition/ns1/lan',
  );
  const guards = checkAttachIntent(graphOf(objects), intent({ vms: [], ...change }));
  expect(guards.filter(({ id, level }) => id.startsWith('PRE') && level === 'block')).toEqual([]);
});
