import { entityOfObject } from './entityOfObject';

test.each([
  ['VirtualMachine', 'ns1', 'vm/ns1/web'],
  ['Node', undefined, 'node/web'],
  ['NodeNetworkConfigurationPolicy', undefined, 'policy/web'],
  ['NetworkAttachmentDefinition', 'ns1', 'nad/ns1/web'],
  ['UserDefinedNetwork', 'ns1', 'udn/ns1/web'],
  ['ClusterUserDefinedNetwork', undefined, 'cudn/web'],
  ['Secret', 'ns1', undefined],
])('a %s in %s is %s', (kind, namespace, expected) => {
  expect(
    entityOfObject({ kind, metadata: { name: 'web', ...(namespace ? { namespace } : {}) } }),
  ).toBe(expected);
});

test('an object that has not come yet is nothing', () => {
  expect(entityOfObject(undefined)).toBeUndefined();
  expect(entityOfObject({ kind: 'Node' })).toBeUndefined();
});
