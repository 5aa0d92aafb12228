import { NOW } from '../../../dev/test/makeCluster';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_018 } from './NNCP-018';

const dummy = (name: string) => ({ interfaces: [{ name, type: 'dummy', state: 'up' }] });
const cluster = (desiredState: unknown, name = 'other') =>
  healthyWith(...youngPolicy(name, { desiredState }));

ruleCase({
  rule: NNCP_018,
  faulty: cluster(dummy('sixteen-letters-')),
  subject: 'policy/other',
  severity: 'error',
  mended: cluster(dummy('fifteen-letters')),
  unseen: 'policies',
  now: NOW,
});

const mappings = (...localnets: readonly string[]) => ({
  ovn: { 'bridge-mappings': localnets.map((localnet) => ({ localnet, bridge: 'br-ex' })) },
});

describe('NNCP-018 names', () => {
  const count = (desiredState: unknown, name?: string) =>
    NNCP_018.check({ graph: buildGraph(cluster(desiredState, name)), now: NOW }).findings.length;

  test.each([
    ['a slash', dummy('a/b'), 1],
    ['a comma in a localnet', mappings('a,b'), 1],
    ['a localnet twice', mappings('a', 'a'), 1],
    ['two localnets', mappings('a', 'b'), 0],
    ['a VLAN interface', dummy('bond1.1924'), 0],
  ])('%s', (_, desiredState, found) => {
    expect(count(desiredState)).toBe(found);
  });

  test('the name of an OVS bond is no device', () => {
    const port = { name: 'a-long-bond-name-x', 'link-aggregation': { port: [{ name: 'ens224' }] } };
    expect(
      count({ interfaces: [{ name: 'br1', type: 'ovs-bridge', bridge: { port: [port] } }] }),
    ).toBe(0);
  });

  test('a policy name of over 63 characters', () => {
    expect(count(dummy('d0'), 'p'.repeat(64))).toBe(1);
  });

  test('an unrendered capture is no name', () => {
    const interfaces = [{ name: '{{ capture.primary-nic.interfaces.0.name }}', type: 'ethernet' }];
    const policy = youngPolicy('captured', { interfaces, capture: { a: 'b' } });
    const { findings } = NNCP_018.check({ graph: buildGraph(healthyWith(...policy)), now: NOW });
    expect(findings).toEqual([]);
  });
});
