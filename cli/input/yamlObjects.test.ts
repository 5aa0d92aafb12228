import { stringify } from 'yaml';
import { healthyCluster } from '../../dev/test/makeClusterHealthy';
import { namespace } from '../../dev/test/makeCluster';
import { yamlObjects } from './yamlObjects';

const read = (text: string) => {
  const problems: string[] = [];
  const objects = [...yamlObjects(text, (problem) => problems.push(problem))];
  return { objects, problems };
};

const items = [namespace('a'), namespace('b')];

describe('yamlObjects', () => {
  test.each([
    ['kubectl’s indentation', { indentSeq: false }],
    ['indented items', { indentSeq: true }],
  ])('items of a List one by one: %s', (_case, options) => {
    const text = stringify({ apiVersion: 'v1', items, kind: 'List', metadata: {} }, options);
    expect(read(text)).toEqual({ objects: items, problems: [] });
  });

  test('a typed list keeps its type around each item, and says when it is empty', () => {
    const list = { apiVersion: 'v1', kind: 'NamespaceList' };
    const text = stringify({ ...list, items: [{ metadata: { name: 'a' } }] });
    expect(read(text).objects).toEqual([
      { ...list, items: [] },
      { ...list, items: [{ metadata: { name: 'a' } }] },
    ]);
    expect(read(stringify({ ...list, items: [] })).objects).toEqual([{ ...list, items: [] }]);
  });

  test('dashes and markers inside a block scalar cut nothing', () => {
    const config = 'items:\n- one\n---x\n--- not a marker here\n';
    const object = { ...namespace('a'), spec: { config } };
    const text = stringify({ apiVersion: 'v1', items: [object, namespace('b')], kind: 'List' });
    expect(read(text).objects).toEqual([object, namespace('b')]);
  });

  test('anchors may be used from another item', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- kind: Namespace\n  apiVersion: v1\n' +
      '  metadata: {name: a, labels: &l {x: "1"}}\n- kind: Namespace\n  apiVersion: v1\n' +
      '  metadata:\n    name: b\n    labels: *l\n';
    const { objects, problems } = read(text);
    expect(problems).toEqual([]);
    expect(JSON.stringify(objects)).toContain('"name":"b","labels":{"x":"1"}');
  });

  test('a broken item costs only itself', () => {
    const text = stringify({ apiVersion: 'v1', kind: 'List', items }, { indentSeq: false });
    const damaged = text.replace('name: a', 'name: "a');
    const { objects, problems } = read(damaged);
    expect(objects).toEqual([namespace('b')]);
    expect(problems).toEqual([expect.stringContaining('item 1 of the document') as string]);
  });

  test('comments, directives and empty documents are nothing', () => {
    expect(read('# a\n---\n---\n# b\n%YAML 1.2\n---\n')).toEqual({ objects: [], problems: [] });
  });

  test('kinds that nobody reads are passed over unparsed', () => {
    const text = 'apiVersion: v1\nkind: Secret\ndata: {{{\n---\n' + stringify(namespace('a'));
    expect(read(text)).toEqual({ objects: [namespace('a')], problems: [] });
  });

  test('a whole cluster comes through as it was', () => {
    // Through JSON, because the builders share values and YAML would write aliases for them.
    const objects = JSON.parse(JSON.stringify(healthyCluster())) as unknown[];
    const text = stringify({ apiVersion: 'v1', kind: 'List', items: objects }, { lineWidth: 40 });
    expect(read(text)).toEqual({ objects, problems: [] });
  });
});
