import { arrayAt, recordAt, stringAt, valueAt } from './json';
import type { KubeObject } from './kubeObject';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { call } from './testing/apiClient';
import { PATHS, configMap } from './testing/exampleObjects';

function names(body: unknown): string[] {
  return arrayAt(body, 'items').map((item) => stringAt(item, 'metadata', 'name'));
}

const pod = (name: string, node: string, phase: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default' },
  spec: { nodeName: node, containers: [{ name: 'main' }] },
  status: { phase, containerStatuses: [{ name: 'main', ready: true, restartCount: 3 }] },
});

describe('lists', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer({
      objects: [
        ...['e', 'd', 'c', 'b', 'a'].map((name, index) =>
          configMap(name, {
            tier: index < 2 ? 'gold' : 'tin',
            ...(name === 'a' ? { old: '' } : {}),
          }),
        ),
        { ...configMap('z'), metadata: { name: 'z', namespace: 'a-b' } },
        pod('one', 'worker-0', 'Running'),
        pod('two', 'worker-1', 'Pending'),
      ],
    });
  });
  afterAll(() => server.close());

  test('come in the order of names with kind and resourceVersion of the list', async () => {
    const { body } = await call(server.url, PATHS.configMaps);
    expect(body.kind).toBe('ConfigMapList');
    expect(stringAt(body, 'metadata', 'resourceVersion')).toBe(String(server.store.revision));
    expect(names(body)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('over all namespaces are ordered as etcd orders keys', async () => {
    const { body } = await call(server.url, '/api/v1/configmaps');
    expect(names(body)).toEqual(['z', 'a', 'b', 'c', 'd', 'e']);
  });

  test('come in pages that show one moment, whatever is written in between', async () => {
    const first = await call(server.url, `${PATHS.configMaps}?limit=2`);
    expect(names(first.body)).toEqual(['a', 'b']);
    expect(valueAt(first.body, 'metadata', 'remainingItemCount')).toBe(3);
    await call(server.url, PATHS.configMaps, { method: 'POST', body: configMap('cc') });

    const token = stringAt(first.body, 'metadata', 'continue');
    const second = await call(server.url, `${PATHS.configMaps}?limit=2&continue=${token}`);
    expect(names(second.body)).toEqual(['c', 'd']);
    expect(second.body.metadata).toMatchObject({
      resourceVersion: stringAt(first.body, 'metadata', 'resourceVersion'),
      remainingItemCount: 1,
    });
    const last = await call(
      server.url,
      `${PATHS.configMaps}?limit=2&continue=${stringAt(second.body, 'metadata', 'continue')}`,
    );
    expect(names(last.body)).toEqual(['e']);
    expect(recordAt(last.body, 'metadata')).not.toHaveProperty('continue');
    await call(server.url, `${PATHS.configMaps}/cc`, { method: 'DELETE' });
  });

  test('refuse a page whose snapshot is gone with 410 Expired', async () => {
    const first = await call(server.url, `${PATHS.configMaps}?limit=2`);
    await call(server.url, '/__compact', { method: 'POST' });
    const token = stringAt(first.body, 'metadata', 'continue');
    const { status, body } = await call(server.url, `${PATHS.configMaps}?continue=${token}`);
    expect(status).toBe(410);
    expect(body.reason).toBe('Expired');
  });

  test.each([
    ['labelSelector=tier=gold', ['d', 'e']],
    ['labelSelector=tier!=gold', ['a', 'b', 'c']],
    ['labelSelector=tier in (gold,silver)', ['d', 'e']],
    ['labelSelector=tier notin (gold),old', ['a']],
    ['labelSelector=!old,tier=tin', ['b', 'c']],
    ['fieldSelector=metadata.name=b', ['b']],
    ['fieldSelector=metadata.name!=b,metadata.namespace=default', ['a', 'c', 'd', 'e']],
  ])('select by %s', async (query, expected) => {
    const { body } = await call(server.url, `${PATHS.configMaps}?${encodeURI(query)}`);
    expect(names(body)).toEqual(expected);
  });

  test.each([
    ['spec.nodeName=worker-1', ['two']],
    ['status.phase=Running', ['one']],
  ])('select pods by %s', async (selector, expected) => {
    const { body } = await call(server.url, `/api/v1/pods?fieldSelector=${selector}`);
    expect(names(body)).toEqual(expected);
  });

  test.each([
    ['fieldSelector=spec.colour=red', 'field label not supported: spec.colour'],
    ['labelSelector=a=b=c', 'unable to parse requirement'],
    ['limit=many', 'must be a whole number'],
    ['continue=rubbish', 'continue key is not valid'],
  ])('refuse %s with 400', async (query, text) => {
    const { status, body } = await call(server.url, `${PATHS.configMaps}?${query}`);
    expect(status).toBe(400);
    expect(body.message).toContain(text);
  });

  test('refuse a resourceVersion from the future', async () => {
    const { status, body } = await call(server.url, `${PATHS.configMaps}?resourceVersion=999999`);
    expect(status).toBe(504);
    expect(body.message).toContain('Too large resource version: 999999');
  });

  test('are tables when the client prefers them', async () => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
    const { body } = await call(server.url, '/api/v1/namespaces/default/pods', { accept });
    expect(body.kind).toBe('Table');
    expect(arrayAt(body, 'columnDefinitions').map((column) => stringAt(column, 'name'))).toEqual([
      'Name',
      'Ready',
      'Status',
      'Restarts',
      'Age',
      'IP',
      'Node',
    ]);
    const cells = arrayAt(arrayAt(body, 'rows')[0], 'cells');
    expect(cells.slice(0, 4)).toEqual(['one', '1/1', 'Running', 3]);
    expect(stringAt(arrayAt(body, 'rows')[0], 'object', 'kind')).toBe('PartialObjectMetadata');
  });

  test('are metadata only when the client asks for that', async () => {
    const accept = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';
    const { body } = await call(server.url, PATHS.configMaps, { accept });
    expect(body.kind).toBe('PartialObjectMetadataList');
    expect(arrayAt(body, 'items')[0]).not.toHaveProperty('data');
  });

  test('are in the version of the URL', async () => {
    const { body, headers } = await call(server.url, '/apis/nmstate.io/v1beta1/nmstates');
    expect(body.apiVersion).toBe('nmstate.io/v1beta1');
    expect(headers.get('warning')).toContain('deprecated');
  });
});
