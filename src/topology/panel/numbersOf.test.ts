import type { Trace } from '../../network/trace';
import { numbersOf } from './numbersOf';

const trace: Trace = {
  verdict: 'ok',
  switch: { state: 'ok' },
  hops: ['vnic/a', 'nad/b', 'mapping/c', 'bridge/d', 'nic/e', 'nic/e'].map((id) => ({
    id,
    state: 'ok',
  })),
  elsewhere: [],
  vlanUsage: [
    { id: 'nad/b', vlans: '1924' },
    { id: 'nic/e', vlans: '', allowed: '100, 200' },
  ],
  mtuLadder: [
    { id: 'nad/b', mtu: 9000 },
    { id: 'bridge/d', mtu: 9000 },
    { id: 'nic/e', mtu: 1500 },
  ],
};

test('hops with numbers, once each, in the order of the path; what is below the VM side is marked', () => {
  expect(numbersOf(trace)).toEqual([
    { id: 'nad/b', vlans: '1924', allowed: undefined, mtu: 9000, isTooSmall: false },
    { id: 'bridge/d', vlans: undefined, allowed: undefined, mtu: 9000, isTooSmall: false },
    { id: 'nic/e', vlans: '', allowed: '100, 200', mtu: 1500, isTooSmall: true },
  ]);
});

test('a larger MTU towards the wire is fine', () => {
  const mtuLadder = [...trace.mtuLadder].reverse();
  const hops = [...trace.hops].reverse();
  expect(numbersOf({ ...trace, hops, mtuLadder }).some((row) => row.isTooSmall)).toBe(false);
});
