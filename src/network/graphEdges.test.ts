/** Each edge of the domain reference E.2, from objects of the shape real clusters hold. */
import { snapshot, withObjects, withoutObject } from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { bondEntry, internalEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import { ovnNad } from '../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../cluster/kubeObject';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
import type { Origin, State } from './model';

interface Row {
  readonly what: string;
  readonly objects: readonly KubeObject[];
  readonly edge: string;
  readonly state?: State;
  readonly origin?: Origin;
  /** Part of the reason. */
  readonly reason?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const healthy = healthyCluster();
const withState = (options: Parameters<typeof workerState>[1]): KubeObject[] =>
  withObjects(healthy, workerState('worker-0', options));

const kernelBond = withState({
  nics: ['eno1', 'eno2'].map((name) => ({ name, controller: 'bond0' })),
  interfaces: [{ ...bondEntry('bond0', ['eno1', 'eno2']), controller: 'br-vmdata' }],
  bridges: [{ name: 'br-vmdata', ports: ['bond0'] }],
});

const ovsBond = withState({
  nics: ['eno1', 'eno2'],
  bridges: [
    {
      name: 'br-vmdata',
      ports: [
        {
          name: 'bond1',
          'link-aggregation': { mode: 'balance-slb', port: [{ name: 'eno1' }, { name: 'eno2' }] },
        },
      ],
    },
  ],
});

const vlanUplink = withState({
  nics: ['eno1'],
  interfaces: [vlanEntry('eno1.200', 'eno1', 200, { controller: 'br-vmdata' })],
  bridges: [{ name: 'br-vmdata', ports: ['eno1.200'] }],
});

const ROWS: readonly Row[] = [
  {
    what: '1: switch -> switchPort, from the chassis and port TLVs',
    objects: healthy,
    edge: 'switch/00:1c:73:00:00:01|switchPort/00:1c:73:00:00:01/Ethernet1|switchPort',
  },
  {
    what: '2: switchPort -> nic, with VLANs and frame size',
    objects: healthy,
    edge: 'switchPort/00:1c:73:00:00:01/Ethernet1|nic/worker-0/ens224|link',
    attributes: { vlans: ['100', '200'], maxFrame: 9216 },
  },
  {
    what: '3: nic -> kernel bond',
    objects: kernelBond,
    edge: 'nic/worker-0/eno1|bond/worker-0/bond0|member',
    attributes: { mode: 'active-backup' },
  },
  {
    what: '3: a member that names another controller is in doubt',
    objects: withState({
      nics: [{ name: 'eno1', controller: 'br-other' }, 'eno2'],
      interfaces: [bondEntry('bond0', ['eno1', 'eno2'])],
    }),
    edge: 'nic/worker-0/eno1|bond/worker-0/bond0|member',
    state: 'unknown',
    reason: 'br-other',
  },
  {
    what: '3: a member that is not there',
    objects: withState({ nics: ['eno2'], interfaces: [bondEntry('bond0', ['eno1', 'eno2'])] }),
    edge: 'nic/worker-0/eno1|bond/worker-0/bond0|member',
    state: 'broken',
    reason: 'worker-0 has no nic eno1',
  },
  {
    what: '4: nic -> VLAN interface, with its id',
    objects: vlanUplink,
    edge: 'nic/worker-0/eno1|vlanIf/worker-0/eno1.200|base',
    attributes: { vlan: 200 },
  },
  {
    what: '4: bond -> VLAN interface',
    objects: withState({
      nics: ['eno1', 'eno2'],
      interfaces: [bondEntry('bond0', ['eno1', 'eno2']), vlanEntry('bond0.10', 'bond0', 10)],
    }),
    edge: 'bond/worker-0/bond0|vlanIf/worker-0/bond0.10|base',
  },
  {
    what: '5: nic -> OVS bond, which is a port of the bridge',
    objects: ovsBond,
    edge: 'nic/worker-0/eno2|bond/worker-0/bond1|member',
    attributes: { mode: 'balance-slb' },
  },
  {
    what: '6: nic -> bridge',
    objects: healthy,
    edge: 'nic/worker-0/ens224|bridge/worker-0/br-vmdata|port',
  },
  {
    what: '6: OVS bond -> bridge',
    objects: ovsBond,
    edge: 'bond/worker-0/bond1|bridge/worker-0/br-vmdata|port',
  },
  {
    what: '6: kernel bond -> bridge',
    objects: kernelBond,
    edge: 'bond/worker-0/bond0|bridge/worker-0/br-vmdata|port',
  },
  {
    what: '6: VLAN interface -> bridge',
    objects: vlanUplink,
    edge: 'vlanIf/worker-0/eno1.200|bridge/worker-0/br-vmdata|port',
  },
  {
    what: '6: a port that is no interface of the node',
    objects: withState({ nics: [], bridges: [{ name: 'br-vmdata', ports: ['ens999'] }] }),
    edge: 'nic/worker-0/ens999|bridge/worker-0/br-vmdata|port',
    state: 'broken',
  },
  {
    what: '7: bridge -> internal interface',
    objects: healthy,
    edge: 'bridge/worker-0/br-ex|internalIf/worker-0/br-ex|internal',
  },
  {
    what: '7: bridge -> host VLAN port',
    objects: withState({
      nics: ['ens224'],
      bridges: [
        {
          name: 'br-vmdata',
          ports: ['ens224', { name: 'vlan20', vlan: { mode: 'access', tag: 20 } }],
        },
      ],
      interfaces: [internalEntry('vlan20', 'br-vmdata', '10.20.0.5/24')],
    }),
    edge: 'bridge/worker-0/br-vmdata|internalIf/worker-0/vlan20|internal',
  },
  {
    what: '8: br-ex -> br-int, by the gateway patch pair',
    objects: healthy,
    edge: 'bridge/worker-0/br-ex|bridge/worker-0/br-int|patch',
  },
  {
    what: '8: own bridge -> br-int, by a localnet patch pair',
    objects: healthy,
    edge: 'bridge/worker-0/br-vmdata|bridge/worker-0/br-int|patch',
  },
  {
    what: '9: bridge -> mapping',
    objects: healthy,
    edge: 'bridge/worker-0/br-vmdata|mapping/worker-0/vmdata|mapping',
    origin: 'both',
  },
  {
    what: '9: a mapping to a bridge that is not there',
    objects: withState({ nics: ['ens224'], bridges: [], mappings: { vmdata: 'br-vmdata' } }),
    edge: 'bridge/worker-0/br-vmdata|mapping/worker-0/vmdata|mapping',
    state: 'broken',
    reason: 'There is no bridge br-vmdata on worker-0',
  },
  {
    what: '9: a mapping to a Linux bridge',
    objects: withState({
      bridges: [{ name: 'br-vmdata', ports: ['ens224'], linux: true }],
      mappings: { vmdata: 'br-vmdata' },
    }),
    edge: 'bridge/worker-0/br-vmdata|mapping/worker-0/vmdata|mapping',
    state: 'broken',
    reason: 'a bridge mapping needs an OVS bridge',
  },
  {
    what: '9: a mapping that only a policy wants',
    objects: withState({ mappings: {} }),
    edge: 'bridge/worker-0/br-vmdata|mapping/worker-0/vmdata|mapping',
    state: 'broken',
    origin: 'intended',
    reason: 'has no such mapping',
  },
  {
    what: '9: a wanted mapping on a node whose NMState does not report any',
    objects: withState({ mappings: null }),
    edge: 'bridge/worker-0/br-vmdata|mapping/worker-0/vmdata|mapping',
    state: 'unknown',
    origin: 'intended',
    reason: 'too old',
  },
  {
    what: '10: mapping -> localnet',
    objects: healthy,
    edge: 'mapping/worker-1/vmdata|localnet/vmdata|localnet',
  },
  {
    what: '11: localnet -> network, with the VLAN',
    objects: healthy,
    edge: 'localnet/vmdata|network/vlan-100|physicalNetwork',
    attributes: { vlan: 100 },
  },
  {
    what: '11: no node maps the localnet',
    objects: withObjects(
      healthy,
      ovnNad('ns1/vlan-100', { config: { physicalNetworkName: 'vmdta' } }),
    ),
    edge: 'localnet/vmdta|network/vlan-100|physicalNetwork',
    state: 'broken',
    reason: 'No node maps vmdta',
  },
  {
    what: '11: node states cannot be read',
    objects: withoutObject(healthy, 'NodeNetworkState'),
    edge: 'localnet/vmdata|network/vlan-100|physicalNetwork',
    state: 'unknown',
  },
];

describe('edges from the switch to the network', () => {
  it.each(ROWS)('$what', ({ objects, edge: id, state, origin, reason, attributes }) => {
    const graph = buildGraph(snapshot(objects));
    const edge = graph.edges.get(id);
    expect(edge?.id).toBe(id);
    expect(edge?.state).toBe(state ?? 'ok');
    if (origin !== undefined) expect(edge?.origin).toBe(origin);
    if (reason !== undefined)
      expect(formatText(edge?.reason ?? { template: '', values: {} })).toContain(reason);
    if (attributes !== undefined) expect(edge?.attributes).toMatchObject(attributes);
  });
});
