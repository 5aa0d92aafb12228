/**
 * Clusters and intents for the properties of plans: workers with NICs that are free or not, alike or not,
 * with br-ex on a NIC or inside a VLAN, and every flow over every uplink, sensible or not.
 */
import fc from 'fast-check';
import { nns, node, withObjects } from '../../../dev/test/makeCluster';
import { WORKERS } from '../../../dev/test/makeClusterHealthy';
import { bondEntry, nicEntry, vlanEntry } from '../../../dev/test/makeClusterInterfaces';
import { vm } from '../../../dev/test/makeClusterVms';
import type { KubeObject } from '../../cluster/kubeObject';
import type { AttachIntent, FlowId, UplinkChoice } from '../attachIntent';
import { clusterWithFreeNic } from '../testing';

const NICS = ['e1', 'e2', 'e3'] as const;
/** The VM that is attached. */
export const WEB = vm('ns1/web', { nics: ['vlan-100'] });

/** How a worker looks whose NICs e1, e2 and e3 are to be used. */
export interface Shape {
  readonly mtu: number;
  readonly down: boolean;
  readonly address: boolean;
  readonly tagged: boolean;
  readonly inBridge: boolean;
  readonly mapped: boolean;
}

export const anyShape: fc.Arbitrary<Shape> = fc.record({
  mtu: fc.constantFrom(1500, 9000),
  down: fc.boolean(),
  address: fc.boolean(),
  tagged: fc.boolean(),
  inBridge: fc.boolean(),
  mapped: fc.boolean(),
});

const addressed = (entry: Record<string, unknown>, ip: string) => ({
  ...entry,
  ipv4: { enabled: true, dhcp: false, address: [{ ip, 'prefix-length': 24 }] },
});

/** A worker of the shape; its own traffic leaves by ens192 or by VLAN 10 of a bond. */
const workerOf = (name: string, index: number, given: Shape): KubeObject => {
  const ip = `192.168.4.${11 + index}`;
  const e1 = {
    ...nicEntry(name, { name: 'e1', mtu: given.mtu }),
    state: given.down ? 'down' : 'up',
  };
  return nns(name, {
    ip,
    nics: ['e2', 'e3'],
    ...(given.tagged ? { brExUplink: 'bond0.10' } : {}),
    interfaces: [
      given.address ? addressed(e1, `10.0.0.${index + 1}`) : e1,
      ...(given.tagged ? [bondEntry('bond0', []), vlanEntry('bond0.10', 'bond0', 10)] : []),
    ],
    ...(given.inBridge ? { bridges: [{ name: 'br-vmdata', ports: ['e3'] }] } : {}),
    mappings: given.inBridge && given.mapped ? { vmdata: 'br-vmdata' } : {},
  });
};

const nics = fc.uniqueArray(fc.constantFrom(...NICS, 'ens192', 'bond0'), {
  minLength: 1,
  maxLength: 2,
});
const uplink: fc.Arbitrary<UplinkChoice> = fc.oneof(
  fc
    .constantFrom('br-ex', 'br-vmdata', 'br-int')
    .map((bridge) => ({ type: 'existingBridge', bridge }) as const),
  fc
    .record({ nics, bondMode: fc.constantFrom('balance-slb' as const, '802.3ad' as const) })
    .map((o) => ({ type: 'newBridge', bridge: 'br-new', ...o }) as const),
  fc.constant({ type: 'vlanBridge', bridge: 'br-new' } as const),
  fc.constant({ type: 'none' } as const),
);
export const ALL_FLOWS: readonly FlowId[] = [
  'dedicatedNic',
  'sharedUntagged',
  'sharedNative',
  'sharedTagged',
  'linuxBridge',
  'cudnLocalnet',
  'layer2',
];
export const anyIntent: fc.Arbitrary<Partial<AttachIntent>> = fc.record({
  flow: fc.constantFrom(...ALL_FLOWS),
  uplink,
  vlan: fc.constantFrom(undefined, 10, 200),
  mtu: fc.constantFrom(undefined, 1400, 9000),
  projects: fc.constantFrom(['ns1'], ['default'], ['ns1', 'ns2']),
  networkName: fc.constantFrom('lan', 'vlan-200'),
  nodeSelector: fc.constantFrom<Record<string, string>>(
    { 'node-role.kubernetes.io/worker': '' },
    { 'kubernetes.io/hostname': 'worker-0' },
    {},
  ),
});

/** A small cluster with two workers of these shapes, and the VM. */
export const clusterOf = (first: Shape, second: Shape): readonly KubeObject[] =>
  withObjects(
    clusterWithFreeNic(),
    ...WORKERS.map((name, index) => node(name, { ip: `192.168.4.${11 + index}` })),
    workerOf('worker-0', 0, first),
    workerOf('worker-1', 1, second),
    WEB,
  );
