/** Arbitrary VMs and instances for property tests, on the same few NADs and nodes as everything else. */
import fc from 'fast-check';
import { oneOf, NAMESPACE, VM, object, maybe } from './arbitraryPools';
import type { Json } from './arbitraryPools';

const vmSpec = fc
  .record({
    nics: fc.uniqueArray(oneOf('default', 'net1', 'net2'), { maxLength: 3 }),
    names: fc.array(oneOf('nad1', 'default/nad1', 'red/nad2', 'c1', 'gone', ''), {
      minLength: 3,
      maxLength: 3,
    }),
    selector: fc.constantFrom<Json | undefined>(undefined, { zone: 'a' }),
  })
  .map((o) => ({
    nodeSelector: o.selector,
    domain: { devices: { interfaces: o.nics.map((name) => ({ name, bridge: {} })) } },
    networks: o.nics.map((name, at) =>
      name === 'default' ? { name, pod: {} } : { name, multus: { networkName: o.names[at] } },
    ),
  }));

export const vm = fc.record({ ns: NAMESPACE, name: VM, spec: vmSpec }).map((o) =>
  object(
    'kubevirt.io/v1',
    'VirtualMachine',
    { name: o.name, namespace: o.ns },
    {
      spec: { runStrategy: 'Always', template: { spec: o.spec } },
      status: { printableStatus: 'Running' },
    },
  ),
);

export const vmi = fc
  .record({
    ns: NAMESPACE,
    name: VM,
    spec: vmSpec,
    node: maybe(oneOf('n1', 'n2', 'n4')),
    phase: oneOf('Running', 'Scheduling', 'Failed'),
    target: maybe(oneOf('n2', 'n5')),
  })
  .map((o) =>
    object(
      'kubevirt.io/v1',
      'VirtualMachineInstance',
      { name: o.name, namespace: o.ns },
      {
        spec: o.spec,
        status: {
          phase: o.phase,
          nodeName: o.node,
          migrationState: o.target && {
            sourceNode: o.node,
            targetNode: o.target,
            completed: false,
          },
        },
      },
    ),
  );
