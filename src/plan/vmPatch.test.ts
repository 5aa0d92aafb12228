import { applyPatch } from 'fast-json-patch';
import fc from 'fast-check';
import type { KubeObject } from '../cluster/kubeObject';
import { applyOperations } from './applyOperations';
import { addNicPatch, detachNicPatch, vmLists } from './vmPatch';

const vm = (interfaces?: unknown, networks?: unknown): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'db', namespace: 'red', uid: 'u-1' },
  spec: {
    template: {
      spec: {
        domain: {
          devices: {
            disks: [{ name: 'root' }],
            ...(interfaces === undefined ? {} : { interfaces }),
          },
        },
        ...(networks === undefined ? {} : { networks }),
      },
    },
  },
});

const NIC = { name: 'vlan-1926', networkName: 'vlan-1926' };

const patched = (object: KubeObject, operations: readonly object[]): KubeObject =>
  applyPatch(JSON.parse(JSON.stringify(object)) as KubeObject, operations as never, true)
    .newDocument;

test('a VM with lists keeps its entries and gets one more', () => {
  const object = vm([{ name: 'default', masquerade: {} }], [{ name: 'default', pod: {} }]);
  const lists = vmLists(patched(object, addNicPatch(object, NIC, 'masquerade')));
  expect(lists.interfaces).toEqual([
    { name: 'default', masquerade: {} },
    { name: 'vlan-1926', model: 'virtio', bridge: {} },
  ]);
  expect(lists.networks).toEqual([
    { name: 'default', pod: {} },
    { name: 'vlan-1926', multus: { networkName: 'vlan-1926' } },
  ]);
});

test.each([
  ['no lists', undefined],
  ['empty lists', []],
])('a VM with %s does not lose its implicit pod network', (_case, list) => {
  const object = vm(list, list);
  const lists = vmLists(patched(object, addNicPatch(object, NIC, 'masquerade')));
  expect(lists.networks?.[0]).toEqual({ name: 'default', pod: {} });
  expect(lists.interfaces?.[0]).toEqual({ name: 'default', masquerade: {} });
  expect(lists.networks).toHaveLength(2);
});

test('a VM that asked for no pod network gets none', () => {
  const object = vm();
  const lists = vmLists(patched(object, addNicPatch(object, NIC, undefined)));
  expect(lists.networks).toEqual([{ name: 'vlan-1926', multus: { networkName: 'vlan-1926' } }]);
});

test('a concurrent edit of the lists makes the patch fail', () => {
  const reviewed = vm([{ name: 'default', masquerade: {} }], [{ name: 'default', pod: {} }]);
  const edited = vm([{ name: 'default', bridge: {} }], [{ name: 'default', pod: {} }]);
  expect(() => patched(edited, addNicPatch(reviewed, NIC, 'masquerade'))).toThrow();
});

test('another VM of the same name makes the patch fail', () => {
  const reviewed = vm([], []);
  const other = { ...reviewed, metadata: { ...reviewed.metadata, uid: 'u-2' } };
  expect(() => patched(other, addNicPatch(reviewed, NIC, 'masquerade'))).toThrow();
});

test('detaching marks the NIC of that name absent and no other', () => {
  const object = vm(
    [
      { name: 'default', masquerade: {} },
      { name: 'vlan-1926', bridge: {} },
    ],
    [],
  );
  const operations = detachNicPatch(object, 'vlan-1926') ?? [];
  expect(vmLists(patched(object, operations)).interfaces).toEqual([
    { name: 'default', masquerade: {} },
    { name: 'vlan-1926', bridge: {}, state: 'absent' },
  ]);
  expect(detachNicPatch(object, 'other')).toBeUndefined();
});

test('the preview of a patch is what the patch makes', () => {
  const entry = fc.record({ name: fc.string(), extra: fc.jsonValue() });
  fc.assert(
    fc.property(
      fc.option(fc.array(entry), { nil: undefined }),
      fc.option(fc.array(entry), { nil: undefined }),
      (interfaces, networks) => {
        const object = JSON.parse(JSON.stringify(vm(interfaces, networks))) as KubeObject;
        const operations = addNicPatch(object, NIC, 'masquerade');
        expect(applyOperations(object, operations)).toEqual(patched(object, operations));
      },
    ),
  );
});

test('any JSON in the place of a VM is patched without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const object = { metadata: {}, spec: value } as KubeObject;
      addNicPatch(object, NIC, 'masquerade');
      detachNicPatch(object, 'x');
    }),
  );
});
