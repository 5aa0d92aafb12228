/**
 * Faults that can be put into any generated healthy cluster, each with the finding it must give.
 * They keep to themselves: one changes one object, or adds objects in a namespace of its own.
 */
import { condition, namespace } from '../../../dev/test/makeCluster';
import { cudn, nncp, ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm } from '../../../dev/test/makeClusterVms';
import type { KubeObject } from '../../cluster/kubeObject';

export interface Fault {
  readonly name: string;
  /** Gives the cluster with the fault on the worker; the generator's own objects stay as they are. */
  readonly inject: (objects: readonly KubeObject[], worker: string) => readonly KubeObject[];
  readonly rule: string;
  readonly subject: (worker: string) => string;
  /** Rules that the fault sets off at error level by its nature. */
  readonly also?: readonly string[];
}

type Json = Record<string, unknown>;

const add =
  (...objects: readonly KubeObject[]): Fault['inject'] =>
  (cluster) => [...cluster, ...objects];

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (value: unknown, key: string): Json => {
  const child = isRecord(value) ? value[key] : undefined;
  return isRecord(child) ? child : {};
};

/** Changes the interface list of one node's NodeNetworkState. */
const editInterfaces =
  (edit: (entry: Json) => Json | undefined): Fault['inject'] =>
  (cluster, worker) =>
    cluster.map((object) => {
      if (object.kind !== 'NodeNetworkState' || object.metadata?.name !== worker) return object;
      const status = at(object, 'status');
      const state = at(status, 'currentState');
      const interfaces = Array.isArray(state.interfaces) ? state.interfaces.filter(isRecord) : [];
      const edited = interfaces.map(edit).filter((entry) => entry !== undefined);
      return { ...object, status: { ...status, currentState: { ...state, interfaces: edited } } };
    });

const lan = (name: string, config: Json) =>
  ovnNad(`fault/${name}`, {
    accepted: false,
    config: { physicalNetworkName: 'data-0', vlanID: 3000, ...config },
  });

const stopped = (name: string, nad: string, binding = 'bridge') =>
  vm(`fault/${name}`, { nics: [{ name: 'net1', nad, binding }], runStrategy: 'Halted' });

const withoutPort = (entry: Json, port: string): Json => {
  const bridge = at(entry, 'bridge');
  const ports = Array.isArray(bridge.port) ? bridge.port.filter(isRecord) : [];
  return { ...entry, bridge: { ...bridge, port: ports.filter(({ name }) => name !== port) } };
};

const degraded = [
  condition('Available', 'False', { reason: 'FailedToConfigure' }),
  condition('Degraded', 'True', { reason: 'FailedToConfigure', message: '1/1 nodes failed' }),
  condition('Progressing', 'False', { reason: 'FailedToConfigure' }),
];

export const FAULTS: readonly Fault[] = [
  {
    name: 'NAD copied from another namespace',
    inject: add(lan('copy', { netAttachDefName: 'project-0000/copy' })),
    rule: 'NAD-003',
    subject: () => 'nad/fault/copy',
  },
  {
    name: 'VLAN id as text',
    inject: add(lan('text', { vlanID: '3001' })),
    rule: 'NAD-010',
    subject: () => 'nad/fault/text',
  },
  {
    name: 'localnet that no node maps',
    inject: add(lan('lost', { physicalNetworkName: 'dta-0' })),
    rule: 'NAD-004',
    subject: () => 'nad/fault/lost',
    also: ['NAD-014'],
  },
  {
    name: 'VM on a NAD that does not exist',
    inject: add(stopped('db', 'nowhere')),
    rule: 'VM-001',
    subject: () => 'vnic/fault/db/net1',
  },
  {
    name: 'VM on a NAD of another project',
    inject: add(stopped('thief', 'project-0000/net-0000')),
    rule: 'VM-002',
    subject: () => 'vnic/fault/thief/net1',
  },
  {
    name: 'masquerade on a secondary network',
    inject: add(
      ovnNad('default/open', { config: { physicalNetworkName: 'data-0', vlanID: 3005 } }),
      stopped('masked', 'default/open', 'masquerade'),
    ),
    rule: 'VM-003',
    subject: () => 'vnic/fault/masked/net1',
  },
  {
    name: 'CUDN on a localnet that no node maps',
    inject: add(cudn('lost', { network: { physicalNetworkName: 'dta-1' }, namespaces: ['fault'] })),
    rule: 'CUDN-009',
    subject: () => 'cudn/lost',
  },
  {
    name: 'policy that removes physnet',
    inject: add(
      nncp('no-physnet', {
        nodeSelector: { 'no-such': 'node' },
        desiredState: { ovn: { 'bridge-mappings': [{ localnet: 'physnet', state: 'absent' }] } },
      }),
    ),
    rule: 'NNCP-009',
    subject: () => 'policy/no-physnet',
  },
  {
    name: 'policy that failed',
    inject: add(nncp('failed', { nodeSelector: { 'no-such': 'node' }, conditions: degraded })),
    rule: 'NNCP-001',
    subject: () => 'policy/failed',
  },
  {
    name: 'bridge that lost its uplink',
    inject: editInterfaces((entry) =>
      entry.name === 'br-data-0' && entry.type === 'ovs-bridge'
        ? withoutPort(entry, 'eno2')
        : entry.name === 'eno2'
          ? { ...entry, controller: undefined }
          : entry,
    ),
    rule: 'NODE-004',
    subject: (worker) => `bridge/${worker}/br-data-0`,
  },
  {
    name: 'uplink that is down',
    inject: editInterfaces((entry) =>
      entry.name === 'eno3' && entry.type === 'ethernet' ? { ...entry, state: 'down' } : entry,
    ),
    rule: 'NODE-005',
    subject: (worker) => `nic/${worker}/eno3`,
  },
  {
    name: 'NAD whose configuration is no JSON',
    inject: add(ovnNad('fault/slip', { raw: '{"type": "bridge",}', accepted: false })),
    rule: 'NAD-001',
    subject: () => 'nad/fault/slip',
  },
  {
    name: 'VLAN id that no frame can carry',
    inject: add(lan('range', { vlanID: 5000 })),
    rule: 'NAD-010',
    subject: () => 'nad/fault/range',
  },
  {
    name: 'address on the ovs-bridge entry',
    inject: add(
      nncp('addressed', {
        nodeSelector: { 'no-such': 'node' },
        desiredState: {
          interfaces: [
            {
              name: 'br-fault',
              type: 'ovs-bridge',
              state: 'up',
              bridge: { 'allow-extra-patch-ports': true, port: [] },
              ipv4: { enabled: true, dhcp: true },
            },
          ],
        },
      }),
    ),
    rule: 'NNCP-023',
    subject: () => 'policy/addressed',
  },
  {
    name: 'IPAM plugin in an OVN NAD',
    inject: add(lan('ipam', { ipam: { type: 'whereabouts' } })),
    rule: 'NAD-011',
    subject: () => 'nad/fault/ipam',
  },
  {
    name: 'network name that OVN-Kubernetes keeps for itself',
    inject: add(lan('kept', { name: 'default' })),
    rule: 'NAD-009',
    subject: () => 'nad/fault/kept',
  },
  {
    name: 'interface name that no kernel takes',
    inject: add(
      nncp('long', {
        nodeSelector: { 'no-such': 'node' },
        desiredState: {
          interfaces: [{ name: 'br-far-too-long-a-name', type: 'linux-bridge', state: 'up' }],
        },
      }),
    ),
    rule: 'NNCP-018',
    subject: () => 'policy/long',
  },
  {
    name: 'NAD of somebody else in the place of a CUDN',
    inject: add(
      namespace('taken', { labels: { 'vm-network/corp-fault': 'true' } }),
      cudn('corp-fault', {
        network: { physicalNetworkName: 'data-0', vlan: { mode: 'Access', access: { id: 3010 } } },
        namespaces: ['taken'],
      }),
      ovnNad('taken/corp-fault', {
        config: { name: 'foreign', physicalNetworkName: 'data-0', vlanID: 3011 },
      }),
    ),
    rule: 'CUDN-006',
    subject: () => 'cudn/corp-fault',
  },
  {
    name: 'one network name with two VLANs',
    inject: add(
      lan('one', { name: 'fault-shared', vlanID: 3006 }),
      lan('two', { name: 'fault-shared', vlanID: 3007 }),
    ),
    rule: 'NAD-008',
    subject: () => 'network/fault-shared',
  },
];
