/**
 * A healthy cluster with one thing broken: a scenario for each of the findings that are most worth seeing.
 * Each is one edit, so that nothing else differs.
 */
import { poolMac } from '../operators/kubevirt/macPool';
import { MACHINE_SET, WORKERS } from './articleNodes';
import { articlePlan } from './articleScenarios';
import type { Edit, PlanEdit } from './brokenEdits';
import {
  alsoWritten,
  nadEdit,
  nicEdit,
  only,
  policy,
  stateEdit,
  stoppedVm,
  textEdit,
  wired,
  written,
} from './brokenEdits';
import type { ClusterPlan } from './clusterPlan';
import { networkPlan } from './networkScenarios';
import type { ScenarioSource } from './scenario';
import { settleCluster } from './settleCluster';

interface BrokenScenario {
  readonly name: string;
  /** The rule of the doctor that finds it. */
  readonly rule: string;
  readonly description: string;
  /** The healthy scenario of `networkScenarios`; the article's cluster when left out. */
  readonly of?: string;
  /** What is wrong from the start. */
  readonly plan?: PlanEdit;
  /** What has happened since. */
  readonly edit?: Edit;
}

const [first] = WORKERS;
const ALL_WORKERS = { 'node-role.kubernetes.io/worker': '' };
const gone = (): undefined => undefined;

const rows: readonly BrokenScenario[] = [
  {
    name: 'broken-nad-missing',
    rule: 'VM-001',
    description: 'A VM names a network attachment definition that is not there',
    edit: (object) =>
      object.kind === 'NetworkAttachmentDefinition' && object.metadata.namespace === 'ns2'
        ? undefined
        : object,
  },
  {
    name: 'broken-nad-json',
    rule: 'NAD-001',
    description: 'A network attachment definition whose config is no JSON',
    edit: nadEdit('vlan-1924', () => '{"cniVersion": "0.4.0",'),
  },
  {
    name: 'broken-nad-name',
    rule: 'NAD-003',
    description: 'netAttachDefName names another network attachment definition',
    edit: nadEdit('vlan-1924', (config) => ({ ...config, netAttachDefName: 'ns9/other' })),
  },
  {
    name: 'broken-vlan-range',
    rule: 'NAD-010',
    description: 'A VLAN that does not exist',
    edit: nadEdit('vlan-1924', (config) => ({ ...config, vlanID: 5000 })),
  },
  {
    name: 'broken-mtu',
    rule: 'NAD-008',
    description: 'Definitions of one network that disagree on its MTU',
    edit: (object) =>
      object.metadata.namespace === 'default'
        ? nadEdit('vlan-1924', (config) => ({ ...config, mtu: 1400 }))(object)
        : object,
  },
  {
    name: 'broken-mapping',
    rule: 'NNCP-016',
    description: 'A node lost its bridge mappings, though its policies say Available',
    edit: stateEdit(first, (state) => ({ ...state, ovn: { 'bridge-mappings': [] } })),
  },
  {
    name: 'broken-bridge',
    rule: 'NODE-002',
    description: 'A mapping that was made by hand leads to a bridge that is not on the node',
    edit: stateEdit(first, (state) => ({
      ...state,
      ovn: {
        'bridge-mappings': [
          ...(state.ovn?.['bridge-mappings'] ?? []),
          { localnet: 'lab', bridge: 'br-lab' },
        ],
      },
    })),
  },
  {
    name: 'broken-cable',
    rule: 'NODE-006',
    description: 'The cable of an uplink is out',
    edit: nicEdit(first, 'ens224', (iface) => ({
      ...iface,
      ethernet: {},
      lldp: { enabled: true, neighbors: [] },
    })),
  },
  {
    name: 'broken-uplink-down',
    rule: 'NODE-005',
    description: 'An uplink is down',
    edit: nicEdit(first, 'ens224', (iface) => ({ ...iface, state: 'down' })),
  },
  {
    name: 'broken-node-state',
    rule: 'NODE-001',
    description: 'NMState reports nothing of one node',
    edit: only('NodeNetworkState', first, gone),
  },
  {
    name: 'broken-switch-vlan',
    rule: 'NAD-015',
    description: 'The switch does not carry the VLAN of a network on any of its ports',
    plan: wired((node) => ({
      ...node,
      nics: node.nics.map(({ switchPort, ...nic }) =>
        switchPort === undefined ? nic : { ...nic, switchPort: { ...switchPort, vlans: [1924] } },
      ),
    })),
  },
  {
    name: 'broken-nic-name',
    rule: 'NNCP-010',
    description: 'A policy misspells the uplink of its OVS bridge: a phantom port, and Available',
    plan: written(
      textEdit(({ metadata }) => metadata.name === 'br-vmdata-ovs', 'ens224', 'ens242'),
    ),
  },
  {
    name: 'broken-two-policies',
    rule: 'NNCP-006',
    description: 'Two policies map one localnet to different bridges',
    plan: alsoWritten(
      policy('another-mapping', MACHINE_SET, {
        ovn: { 'bridge-mappings': [{ localnet: 'vlan-1926', bridge: 'br-ex', state: 'present' }] },
      }),
    ),
  },
  {
    name: 'broken-node-nic',
    rule: 'NNCP-008',
    description:
      'A policy takes the NIC that carries the own traffic of its nodes, and is rolled back',
    plan: alsoWritten(
      policy('br-storage', MACHINE_SET, {
        interfaces: [
          {
            name: 'br-storage',
            type: 'linux-bridge',
            state: 'up',
            bridge: { port: [{ name: 'ens192' }] },
          },
        ],
      }),
    ),
  },
  {
    name: 'broken-project',
    rule: 'VM-002',
    description: 'A VM names a network attachment definition of another project',
    plan: alsoWritten(stoppedVm('ns1', 'stray', 'ns2/vlan-1926')),
  },
  {
    name: 'broken-mac',
    rule: 'VM-004',
    description: 'Two VMs on one VLAN have the same MAC address',
    edit: textEdit(
      ({ metadata }) => metadata.namespace === 'ns2',
      poolMac('ns2/dev/net1'),
      poolMac('ns1/ws/net1'),
    ),
  },
  {
    name: 'broken-bond',
    rule: 'NODE-007',
    description: 'A member of the bond under the VMs is down on one node',
    of: 'bond-kernel',
    edit: nicEdit('worker-0', 'ens256', (iface) => ({ ...iface, state: 'down' })),
  },
  {
    name: 'broken-bridge-vlan',
    rule: 'NAD-020',
    description: 'The uplink of a Linux bridge does not let the VLAN of a network through',
    of: 'linux-bridge',
    plan: written(
      textEdit(
        ({ metadata }) => metadata.name === 'br1-ens224',
        '{"name":"ens224"}',
        '{"name":"ens224","vlan":{"mode":"trunk","trunk-tags":[{"id":100}]}}',
      ),
    ),
  },
  {
    name: 'broken-double-tag',
    rule: 'NAD-021',
    description: 'A network with a VLAN on br-ex, whose uplink is a VLAN already',
    of: 'single-nic-tagged-vlan',
    plan: alsoWritten(
      policy('map-br-ex', ALL_WORKERS, {
        ovn: { 'bridge-mappings': [{ localnet: 'lab', bridge: 'br-ex', state: 'present' }] },
      }),
      {
        apiVersion: 'k8s.cni.cncf.io/v1',
        kind: 'NetworkAttachmentDefinition',
        metadata: { name: 'vlan-200', namespace: 'red' },
        spec: {
          config: JSON.stringify({
            cniVersion: '0.4.0',
            name: 'vlan-200',
            type: 'ovn-k8s-cni-overlay',
            topology: 'localnet',
            netAttachDefName: 'red/vlan-200',
            physicalNetworkName: 'lab',
            vlanID: 200,
            mtu: 1500,
          }),
        },
      },
      stoppedVm('red', 'tagged', 'vlan-200'),
    ),
  },
  {
    name: 'broken-project-label',
    rule: 'CUDN-004',
    description: 'A VM waits for a ClusterUserDefinedNetwork that does not select its project',
    of: 'cudn-localnet',
    plan: alsoWritten(stoppedVm('green', 'left-out', 'vlan-100')),
  },
];

/** Which rule each of them is about, by the scenario's name. */
export const brokenScenarioRules: ReadonlyMap<string, string> = new Map(
  rows.map(({ name, rule }) => [name, rule]),
);

const planOf = (scenario: string | undefined): Promise<ClusterPlan> =>
  scenario === undefined ? articlePlan('dual-nic') : networkPlan(scenario);

export const brokenScenarios: readonly ScenarioSource[] = rows.map(
  ({ name, rule, description, of, plan = (same) => same, edit = (same) => same }) => ({
    name,
    description: `${description} (${rule})`,
    load: async () => {
      const objects = settleCluster(plan(await planOf(of)));
      return { objects: objects.flatMap((object) => edit(object) ?? []) };
    },
  }),
);
