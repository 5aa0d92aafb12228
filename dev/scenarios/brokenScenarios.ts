/**
 * The article's cluster put right, with one thing broken: a scenario for each of the findings that are
 * most worth seeing. Each is one edit of the settled cluster, so that nothing else differs.
 */
import type { KubeObject } from '../api-server/kubeObject';
import { recordAt } from '../api-server/json';
import type { CurrentState, NmInterface, NodeNetworkState } from '../operators/nmstateTypes';
import { articlePlan } from './articleScenarios';
import { WORKERS } from './articleNodes';
import type { ScenarioSource } from './scenario';
import { settleCluster } from './settleCluster';

type Edit = (object: KubeObject) => KubeObject | undefined;

interface BrokenScenario {
  readonly name: string;
  /** The rule of the doctor that finds it. */
  readonly rule: string;
  readonly description: string;
  readonly edit: Edit;
}

const [first] = WORKERS;

/** Edits the object of this kind and name, leaves the rest alone; undefined takes it away. */
const only =
  (kind: string, name: string, edit: Edit): Edit =>
  (object) =>
    object.kind === kind && object.metadata.name === name ? edit(object) : object;

const gone = (): undefined => undefined;

const stateEdit = (edit: (state: CurrentState) => CurrentState): Edit =>
  only('NodeNetworkState', first, (object) => {
    const { status, ...rest }: NodeNetworkState = object;
    const currentState = status?.currentState;
    if (!currentState) return object;
    return { ...rest, status: { ...status, currentState: edit(currentState) } };
  });

const nicEdit = (nic: string, edit: (iface: NmInterface) => NmInterface): Edit =>
  stateEdit((state) => ({
    ...state,
    interfaces: state.interfaces.map((iface) =>
      iface.name === nic && iface.type === 'ethernet' ? edit(iface) : iface,
    ),
  }));

const nadEdit = (name: string, edit: (config: Record<string, unknown>) => object | string): Edit =>
  only('NetworkAttachmentDefinition', name, (object) => {
    const spec = recordAt(object, 'spec');
    const edited = edit(JSON.parse(String(spec.config)) as Record<string, unknown>);
    const config = typeof edited === 'string' ? edited : JSON.stringify(edited);
    return { ...object, spec: { ...spec, config } };
  });

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
    edit: stateEdit((state) => ({
      ...state,
      ovn: { 'bridge-mappings': [] },
    })),
  },
  {
    name: 'broken-bridge',
    rule: 'NODE-002',
    description: 'A mapping leads to a bridge that is not on the node',
    edit: stateEdit((state) => ({
      ...state,
      interfaces: state.interfaces.filter(({ name }) => name !== 'br-vmdata'),
    })),
  },
  {
    name: 'broken-cable',
    rule: 'NODE-006',
    description: 'The cable of an uplink is out',
    edit: nicEdit('ens224', (iface) => ({
      ...iface,
      ethernet: {},
      lldp: { enabled: true, neighbors: [] },
    })),
  },
  {
    name: 'broken-uplink-down',
    rule: 'NODE-005',
    description: 'An uplink is down',
    edit: nicEdit('ens224', (iface) => ({ ...iface, state: 'down' })),
  },
  {
    name: 'broken-node-state',
    rule: 'NODE-001',
    description: 'NMState reports nothing of one node',
    edit: only('NodeNetworkState', first, gone),
  },
];

/** Which rule each of them is about, by the scenario's name. */
export const brokenScenarioRules: ReadonlyMap<string, string> = new Map(
  rows.map(({ name, rule }) => [name, rule]),
);

export const brokenScenarios: readonly ScenarioSource[] = rows.map(
  ({ name, rule, description, edit }) => ({
    name,
    description: `${description} (${rule})`,
    load: async () => {
      const objects = settleCluster(await articlePlan('dual-nic'));
      return { objects: objects.flatMap((object) => edit(object) ?? []) };
    },
  }),
);
