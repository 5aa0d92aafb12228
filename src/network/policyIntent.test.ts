import { nncp } from '../../dev/test/makeClusterPolicies';
import { readPolicy } from '../cluster/readPolicy';
import { writtenIntent } from './policyIntent';

const base = '{{ capture.base-iface.interfaces.0.name }}';

const captured = (interfaces: readonly unknown[], capture?: Record<string, string>) => {
  const policy = readPolicy(nncp('p', { interfaces, capture }));
  if (policy === undefined) throw new Error('the policy was not read');
  return writtenIntent(policy).interfaces;
};

const CAPTURE = { 'base-iface': 'interfaces.name=="eth0"' };

describe('writtenIntent', () => {
  test('leaves out entries, ports and members whose names a capture fills in', () => {
    const found = captured(
      [
        { name: base, type: 'ethernet', state: 'up' },
        { name: 'br1', type: 'linux-bridge', bridge: { port: [{ name: base }, { name: 'eth1' }] } },
        { name: 'bond1', type: 'bond', 'link-aggregation': { port: ['eth2', base] } },
      ],
      CAPTURE,
    );
    expect(found.map((entry) => entry.name)).toEqual(['br1', 'bond1']);
    expect(found[0]?.bridge?.ports.map((port) => port.name)).toEqual(['eth1']);
    expect(found[1]?.bond?.members).toEqual(['eth2']);
  });

  test('takes the names of a policy without captures as they stand', () => {
    const found = captured([
      { name: 'br1', type: 'linux-bridge', bridge: { port: [{ name: base }] } },
    ]);
    expect(found[0]?.bridge?.ports.map((port) => port.name)).toEqual([base]);
  });
});
