/**
 * Every guard like a rule of the doctor: it fires on the fault, is silent on the same thing
 * mended, and does not take missing evidence for health: there it speaks up or says nothing that
 * it cannot know, as the third column tells.
 */
import { namespace, nns, node, withObjects, withoutObject } from '../../../dev/test/makeCluster';
import { workerState, WORKERS } from '../../../dev/test/makeClusterHealthy';
import { bondEntry, nicEntry, vlanEntry } from '../../../dev/test/makeClusterInterfaces';
import { bridgeNad, cudn, nncp, ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import type { KubeObject } from '../../cluster/kubeObject';
import type { AttachIntent } from '../attachIntent';
import { GUARDS } from '../guards';
import { nodesOfIntent } from '../nodeChoices';
import { clusterWithFreeNic, graphOf, intent } from '../testing';

interface Situation {
  readonly change?: Partial<AttachIntent>;
  readonly more?: readonly KubeObject[];
  /** Kinds that are not there to be read. */
  readonly without?: readonly string[];
}

const heard = (id: string, { change = {}, more = [], without = [] }: Situation) => {
  const objects = without.reduce(
    (left, kind) => withoutObject(left, kind),
    withObjects(clusterWithFreeNic(), ...more),
  );
  const graph = graphOf(objects);
  const asked = intent(change);
  const context = { graph, intent: asked, nodes: nodesOfIntent(graph, asked) };
  const own = GUARDS.flatMap((rule) => rule.check(context)).filter((guard) => guard.id === id);
  return own.map(({ level, field }) => `${level} ${field}`);
};

const build = (nic: string, bridge = 'br-vms'): Partial<AttachIntent> => ({
  uplink: { type: 'newBridge', bridge, nics: [nic] },
});

const withAddress = (name: string, nic: string, ip: string): KubeObject =>
  workerState(name, {
    nics: ['ens224'],
    interfaces: [
      {
        ...nicEntry(name, { name: nic }),
        ipv4: { enabled: true, dhcp: false, address: [{ ip, 'prefix-length': 24 }] },
      },
    ],
  });

const onTaggedVlan = (): readonly KubeObject[] =>
  WORKERS.map((name) =>
    nns(name, {
      ip: name === 'worker-0' ? '192.168.4.11' : '192.168.4.12',
      nics: ['eno1', 'eno2'],
      brExUplink: 'bond0.10',
      interfaces: [bondEntry('bond0', ['eno1', 'eno2']), vlanEntry('bond0.10', 'bond0', 10)],
    }),
  );

const onBrEx: Partial<AttachIntent> = {
  flow: 'sharedNative',
  uplink: { type: 'existingBridge', bridge: 'br-ex' },
};

const progressing = nncp('storage', {
  conditions: [{ type: 'Progressing', status: 'True' }],
});

const argoVm = vm('ns1/web', {
  nics: ['vlan-100'],
  annotations: { 'argocd.argoproj.io/tracking-id': 'apps:kubevirt.io/VirtualMachine:ns1/web' },
});

const localnetElsewhere = ovnNad('ns2/vlan-200', {
  config: { name: 'vlan-200', physicalNetworkName: 'physnet', vlanID: 200 },
});

interface GuardCase {
  readonly id: string;
  readonly name: string;
  readonly fires: Situation;
  readonly says: string;
  readonly mended: Situation;
  readonly unseen: Situation;
  /** What it says where the evidence is missing. */
  readonly unseenSays: readonly string[];
}

const NIC_CASE = {
  mended: { change: build('ens256') },
  unseen: { change: build('ens256'), without: ['NodeNetworkState'] },
};

const cases: readonly GuardCase[] = [
  {
    id: 'PRE-004',
    name: 'a NIC under br-ex',
    fires: { change: build('ens192') },
    says: 'block nic',
    ...NIC_CASE,
    unseenSays: ['block nic'],
  },
  {
    id: 'PRE-004',
    name: 'the NIC of the node’s address',
    fires: { change: build('ens256'), more: [withAddress('worker-0', 'ens256', '192.168.4.11')] },
    says: 'block nic',
    ...NIC_CASE,
    unseenSays: ['block nic'],
  },
  {
    id: 'PRE-004',
    name: 'a bond with a member in another bridge',
    fires: {
      change: { uplink: { type: 'newBridge', bridge: 'br-vms', nics: ['ens256', 'ens224'] } },
    },
    says: 'block nic',
    ...NIC_CASE,
    unseenSays: ['block nic'],
  },
  {
    id: 'PRE-004',
    name: 'addresses that could not be given back',
    fires: {
      change: build('ens256'),
      more: [
        withAddress('worker-0', 'ens256', '10.0.0.1'),
        withAddress('worker-1', 'ens256', '10.0.0.2'),
      ],
    },
    says: 'block nic',
    mended: {
      change: { ...build('ens256'), nodeSelector: { 'kubernetes.io/hostname': 'worker-0' } },
      more: [withAddress('worker-0', 'ens256', '10.0.0.1')],
    },
    unseen: NIC_CASE.unseen,
    unseenSays: ['block nic'],
  },
  {
    id: 'PRE-006',
    name: 'a localnet on another bridge',
    fires: { more: [localnetElsewhere] },
    says: 'block uplink',
    mended: { change: onBrEx, more: [localnetElsewhere] },
    unseen: { more: [localnetElsewhere], without: ['NodeNetworkState'] },
    unseenSays: [],
  },
  {
    id: 'PRE-006',
    name: 'a localnet on some of the nodes',
    fires: {
      more: [
        workerState('worker-1', { nics: ['ens224', 'ens256'], mappings: {} }),
        ovnNad('ns2/vlan-200', { config: { physicalNetworkName: 'vmdata', vlanID: 200 } }),
      ],
    },
    says: 'block nodes',
    mended: {
      change: { nodeSelector: { 'kubernetes.io/hostname': 'worker-1' } },
      more: [
        workerState('worker-1', { nics: ['ens224', 'ens256'], mappings: {} }),
        ovnNad('ns2/vlan-200', { config: { physicalNetworkName: 'vmdata', vlanID: 200 } }),
      ],
    },
    unseen: {
      more: [ovnNad('ns2/vlan-200', { config: { physicalNetworkName: 'vmdata', vlanID: 200 } })],
      without: ['NodeNetworkState'],
    },
    unseenSays: [],
  },
  {
    id: 'PRE-007',
    name: 'a VM that cannot migrate',
    fires: {
      more: [
        vmi('ns1/web', {
          nics: [{ name: 'net1', nad: 'vlan-100' }],
          conditions: [{ type: 'LiveMigratable', status: 'False' }],
        }),
      ],
    },
    says: 'warn vms',
    mended: {},
    unseen: { without: ['VirtualMachineInstance'] },
    unseenSays: ['warn vms'],
  },
  {
    id: 'PRE-008',
    name: 'a policy in progress',
    fires: { change: build('ens256'), more: [progressing] },
    says: 'warn nodes',
    mended: { change: build('ens256') },
    unseen: { change: build('ens256'), without: ['NodeNetworkConfigurationPolicy'] },
    unseenSays: [],
  },
  {
    id: 'PRE-009',
    name: 'nodes that get a label',
    fires: {
      change: {
        ...build('ens256'),
        nodeSelector: { 'vm-networks/n': '' },
        labelNodes: ['worker-0'],
      },
    },
    says: 'warn nodes',
    mended: { change: build('ens256') },
    unseen: {
      change: {
        ...build('ens256'),
        nodeSelector: { 'vm-networks/n': '' },
        labelNodes: ['worker-0'],
      },
      without: ['NodeNetworkConfigurationPolicy'],
    },
    unseenSays: [],
  },
  {
    id: 'PRE-010',
    name: 'a VLAN that the switch lacks',
    fires: { change: { vlan: 300, networkName: 'vlan-300' } },
    says: 'warn vlan',
    mended: {},
    unseen: { more: WORKERS.map((name) => workerState(name, { nics: ['ens224', 'ens256'] })) },
    unseenSays: ['info vlan'],
  },
  {
    id: 'PRE-011',
    name: 'a name on another VLAN',
    fires: { change: { networkName: 'vlan-100' } },
    says: 'block networkName',
    mended: {},
    unseen: { change: { networkName: 'vlan-100' }, without: ['NetworkAttachmentDefinition'] },
    unseenSays: [],
  },
  {
    id: 'PRE-011',
    name: 'a NAD of another kind in a project',
    fires: { more: [bridgeNad('ns1/vlan-200', { bridge: 'br1' })] },
    says: 'block projects',
    mended: {},
    unseen: { without: ['NetworkAttachmentDefinition'] },
    unseenSays: [],
  },
  {
    id: 'CUDN-003',
    name: 'a CUDN whose selector takes no label',
    fires: {
      change: { flow: 'cudnLocalnet' },
      more: [
        cudn('vlan-200', {
          network: { vlan: { mode: 'Access', access: { id: 200 } } },
          selector: { matchExpressions: [{ key: 'team', operator: 'In', values: ['a', 'b'] }] },
        }),
      ],
    },
    says: 'block projects',
    mended: {
      change: { flow: 'cudnLocalnet' },
      more: [
        namespace('ns1', { labels: { team: 'a' } }),
        cudn('vlan-200', {
          network: { vlan: { mode: 'Access', access: { id: 200 } } },
          selector: { matchExpressions: [{ key: 'team', operator: 'In', values: ['a', 'b'] }] },
        }),
      ],
    },
    unseen: { change: { flow: 'cudnLocalnet' } },
    unseenSays: [],
  },
  {
    id: 'PRE-012',
    name: 'a VM that lists no NIC',
    fires: { more: [vm('ns1/web', { pod: false })] },
    says: 'info vms',
    mended: { more: [vm('ns1/web', { nics: ['vlan-100'] })] },
    unseen: { without: ['VirtualMachine'] },
    unseenSays: [],
  },
  {
    id: 'FLOW-001',
    name: 'a VLAN tag on top of br-ex’s own',
    fires: { change: onBrEx, more: onTaggedVlan() },
    says: 'block flow',
    mended: { change: onBrEx },
    unseen: { change: onBrEx, without: ['NodeNetworkState'] },
    unseenSays: ['block flow'],
  },
  {
    id: 'FLOW-001',
    name: 'a guest that tags, over OVN',
    fires: { change: { vlan: undefined, guestVlans: [{ min: 1, max: 4094 }] } },
    says: 'block flow',
    mended: {
      change: {
        ...build('ens256'),
        flow: 'linuxBridge',
        vlan: undefined,
        guestVlans: [{ min: 1, max: 4094 }],
      },
    },
    unseen: {
      change: { vlan: undefined, guestVlans: [{ min: 1, max: 4094 }] },
      without: ['Network'],
    },
    unseenSays: ['block flow'],
  },
  {
    id: 'ADDR-001',
    name: 'a subnet of the cluster’s own',
    fires: { change: { addressing: { type: 'cluster', subnets: ['10.128.4.0/24'] } } },
    says: 'block addresses',
    mended: { change: { addressing: { type: 'cluster', subnets: ['10.200.0.0/24'] } } },
    unseen: {
      change: { addressing: { type: 'cluster', subnets: ['10.128.4.0/24'] } },
      without: ['Network'],
    },
    unseenSays: [],
  },
  {
    id: 'GIT-001',
    name: 'a VM that Argo CD keeps',
    fires: { more: [argoVm] },
    says: 'block vms',
    mended: {},
    unseen: { without: ['VirtualMachine'] },
    unseenSays: [],
  },
  {
    id: 'GIT-001',
    name: 'a project that Flux keeps and that needs a label',
    fires: {
      change: { flow: 'cudnLocalnet' },
      more: [namespace('ns1', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'tenants' } })],
    },
    says: 'block projects',
    mended: {
      more: [namespace('ns1', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'tenants' } })],
    },
    unseen: { change: { flow: 'cudnLocalnet' }, without: ['Namespace'] },
    unseenSays: [],
  },
  {
    id: 'NNCP-004',
    name: 'a node that is not ready',
    fires: { more: [node('worker-1', { ready: false })] },
    says: 'warn nodes',
    mended: {},
    unseen: { without: ['Node'] },
    unseenSays: [],
  },
  {
    id: 'NAD-013',
    name: 'an MTU above the uplink’s',
    fires: { change: { mtu: 9000 } },
    says: 'block mtu',
    mended: { change: { mtu: 1500 } },
    unseen: { change: { mtu: 9000 }, without: ['NodeNetworkState'] },
    unseenSays: [],
  },
  {
    id: 'NAD-021',
    name: 'a CUDN with a VLAN on a br-ex that has one',
    fires: { change: { ...onBrEx, flow: 'cudnLocalnet' }, more: onTaggedVlan() },
    says: 'block vlan',
    mended: { change: { ...onBrEx, flow: 'cudnLocalnet' } },
    unseen: { change: { ...onBrEx, flow: 'cudnLocalnet' }, without: ['NodeNetworkState'] },
    unseenSays: [],
  },
];

describe.each(cases.map((entry) => [entry.id, entry.name, entry] as const))(
  '%s %s',
  (id, _name, entry) => {
    test('fires', () => expect(heard(id, entry.fires)).toContain(entry.says));
    test('is silent once mended', () => expect(heard(id, entry.mended)).not.toContain(entry.says));
    test('does not invent what it cannot see', () =>
      expect(heard(id, entry.unseen)).toEqual(entry.unseenSays));
  },
);
