import { NOW } from '../../../dev/test/makeCluster';
import type { NncpOptions } from '../../../dev/test/makeClusterPolicies';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_008 } from './NNCP-008';

const nic = (name: string) => ({ name, type: 'ethernet', state: 'up', ipv4: { enabled: false } });

const touching = (...interfaces: readonly unknown[]) =>
  healthyWith(...youngPolicy('other', { interfaces }));

ruleCase({
  rule: NNCP_008,
  faulty: touching(nic('ens192')),
  subject: 'policy/other',
  severity: 'critical',
  mended: touching(nic('ens224')),
  unseen: 'nodeStates',
  now: NOW,
});

const severityOf = (...interfaces: readonly unknown[]): string | undefined =>
  NNCP_008.check({ graph: buildGraph(touching(...interfaces)), now: NOW }).findings[0]?.severity;

describe('NNCP-008 tells a touch from a mention', () => {
  test.each([
    ['LLDP alone', { name: 'ens192', type: 'ethernet', state: 'up', lldp: { enabled: true } }],
    ['a description', { name: 'br-ex', type: 'ovs-bridge', description: 'not ours' }],
    [
      'a VLAN interface on it',
      { name: 'ens192.9', type: 'vlan', vlan: { 'base-iface': 'ens192', id: 9 } },
    ],
  ])('%s is harmless', (_, entry) => {
    expect(severityOf(entry)).toBeUndefined();
  });

  test.each([
    ['down', { name: 'ens192', type: 'ethernet', state: 'down' }],
    ['absent', { name: 'br-ex', type: 'ovs-bridge', state: 'absent' }],
    [
      'taken by another bridge',
      { name: 'br1', type: 'linux-bridge', bridge: { port: [{ name: 'ens192' }] } },
    ],
    [
      'taken by a bond',
      { name: 'b', type: 'bond', 'link-aggregation': { port: ['ens192', 'ens224'] } },
    ],
  ])('%s is critical', (_, entry) => {
    expect(severityOf(entry)).toBe('critical');
  });

  test('a policy that is itself the definition of br-ex is a warning', () => {
    const bridge = { port: [{ name: 'ens192' }, { name: 'br-ex' }] };
    const severity = severityOf(
      { name: 'br-ex', type: 'ovs-bridge', state: 'up', bridge },
      { name: 'br-ex', type: 'ovs-interface', state: 'up', ipv4: { enabled: true, dhcp: true } },
    );
    expect(severity).toBe('warning');
  });
});

describe('NNCP-008 reads what captures became', () => {
  const captured = (rendered: object | undefined, policy: Partial<NncpOptions> = {}) =>
    NNCP_008.check({
      graph: buildGraph(
        healthyWith(
          ...youngPolicy(
            'lldp',
            {
              capture: { nics: 'interfaces.type=="ethernet"' },
              desiredState: { interfaces: '{{ capture.nics.interfaces }}' },
              ...policy,
            },
            ['worker-0', 'worker-1'],
            rendered === undefined
              ? {}
              : { capturedStates: { nics: {} }, desiredState: { interfaces: [rendered] } },
          ),
        ),
      ),
      now: NOW,
    });

  const nic192 = { name: 'ens192', type: 'ethernet', state: 'up', lldp: { enabled: true } };

  test('LLDP on a NIC that comes back whole is harmless', () => {
    const whole = { ...nic192, mtu: 1500, ipv4: { enabled: false }, ethernet: { speed: 10000 } };
    expect(captured(whole).findings).toEqual([]);
    expect(captured(whole).unknown).toEqual([]);
  });

  test('another MTU is a touch', () => {
    expect(captured({ ...nic192, mtu: 9000 }).findings[0]?.severity).toBe('critical');
  });

  test.each<[string, Partial<NncpOptions>]>([
    [
      'the policy writes it beside a captured name',
      {
        desiredState: {
          interfaces: [
            { name: '{{ capture.nics.interfaces.0.name }}', type: 'ethernet', mtu: 1500 },
          ],
        },
      },
    ],
    [
      'the capture sets it',
      { capture: { nics: 'interfaces.name=="ens192" | interfaces.mtu := 1500' } },
    ],
  ])('an MTU that the node has by now is a touch where %s', (_, policy) => {
    expect(captured({ ...nic192, mtu: 1500 }, policy).findings[0]?.severity).toBe('critical');
  });

  test('before it is rendered, nothing is known', () => {
    expect(captured(undefined).findings).toEqual([]);
    expect(captured(undefined).unknown.map((u) => u.subject)).toEqual(['policy/lldp']);
  });
});
