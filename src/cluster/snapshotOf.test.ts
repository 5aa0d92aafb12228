import { namespace, node } from '../../dev/test/makeCluster';
import { completeSnapshot, emptySnapshot, snapshotOf } from './snapshotOf';
import type { Duplicate } from './snapshotOf';

const version = (object: object, resourceVersion: string, label: string) => ({
  ...object,
  metadata: { ...(object as { metadata: object }).metadata, resourceVersion, labels: { label } },
});

describe('snapshotOf', () => {
  test('a kind that never occurs is absent, a listed one is complete', () => {
    const snapshot = snapshotOf([
      node('a'),
      { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineList', items: [] },
      { apiVersion: 'v1', kind: 'List', items: [] },
    ]);
    expect(snapshot.nodes.state).toBe('complete');
    expect(snapshot.vms).toEqual({ state: 'complete', items: new Map() });
    expect(snapshot.vmis.state).toBe('absent');
    expect(emptySnapshot().nodes.state).toBe('absent');
  });

  test('a complete snapshot knows that the rest is not there', () => {
    expect(completeSnapshot([node('a')]).cudns).toEqual({ state: 'complete', items: new Map() });
  });

  test('lists in lists, arrays, and typed lists whose items name no kind', () => {
    const { apiVersion: _version, kind: _kind, ...bare } = namespace('ns1');
    const snapshot = snapshotOf([
      {
        apiVersion: 'v1',
        kind: 'List',
        items: [[node('a')], { apiVersion: 'v1', kind: 'NamespaceList', items: [bare, null, 'x'] }],
      },
    ]);
    expect([...snapshot.nodes.items.keys()]).toEqual(['a']);
    expect([...snapshot.namespaces.items.keys()]).toEqual(['ns1']);
  });

  test.each([
    ['10', '9', 'earlier', 'first'],
    ['9', '10', 'later', 'second'],
    ['', '', 'later', 'second'],
    ['abc', '1', 'later', 'second'],
  ] as const)('one object twice, versions %j then %j: the %s is kept', (a, b, kept, label) => {
    const seen: Duplicate[] = [];
    const snapshot = snapshotOf([version(node('n'), a, 'first'), version(node('n'), b, 'second')], {
      onDuplicate: (duplicate) => seen.push(duplicate),
    });
    expect(seen).toEqual([{ kind: 'nodes', key: 'n', kept }]);
    expect(snapshot.nodes.items.get('n')?.meta.labels.label).toBe(label);
  });

  test('objects without a name and unknown kinds are left out', () => {
    const snapshot = snapshotOf([{ apiVersion: 'v1', kind: 'Node' }, { kind: 'Secret' }, 3, null]);
    expect(snapshot.nodes).toEqual({ state: 'complete', items: new Map() });
  });

  test('a pod that is none of ours still says that pods were listed', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'ns' } };
    expect(snapshotOf([pod]).pods).toEqual({ state: 'complete', items: new Map() });
  });
});
