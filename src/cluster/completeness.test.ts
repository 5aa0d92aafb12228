import { snapshot } from '../../dev/test/makeCluster';
import { completeness } from './completeness';
import type { ListingState, Snapshot } from './snapshot';

const whole = snapshot([]);

const having = (states: Partial<Record<'nodes' | 'vms' | 'vmis', ListingState>>): Snapshot => {
  const { nodes, vms, vmis } = whole;
  return {
    ...whole,
    nodes: { ...nodes, state: states.nodes ?? 'complete' },
    vms: { ...vms, state: states.vms ?? 'complete' },
    vmis: { ...vmis, state: states.vmis ?? 'complete' },
  };
};

test.each([
  ['everything', {}, 2],
  ['what is forbidden or failed is not waited for', { nodes: 'forbidden', vms: 'failed' }, 2],
  ['VMs are missing', { vms: 'loading' }, 1],
  ['instances are missing', { vmis: 'loading' }, 1],
  ['nodes are missing', { nodes: 'loading' }, 0],
  ['nodes and VMs are missing', { nodes: 'loading', vms: 'loading' }, 0],
] as const)('%s', (_what, states, expected) => {
  expect(completeness(having(states))).toBe(expected);
});
