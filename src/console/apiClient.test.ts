import { createObject, deleteObject, getObject, listObjects, patchObject } from './apiClient';
import { deleteJson, getJson, patchJson, postJson } from './consoleFetch';

jest.mock('./consoleFetch', () => ({
  getJson: jest.fn(),
  postJson: jest.fn(),
  patchJson: jest.fn(),
  deleteJson: jest.fn(),
}));

const nads = { apiVersion: 'k8s.cni.cncf.io/v1', plural: 'network-attachment-definitions' };
const LIST = '/apis/k8s.cni.cncf.io/v1/namespaces/ns1/network-attachment-definitions';
const target = { ...nads, namespace: 'ns1', name: 'vlan-100' };
const stored = { metadata: { name: 'vlan-100' } };

beforeEach(() => jest.resetAllMocks());

it('reads one object', async () => {
  jest.mocked(getJson).mockResolvedValue(stored);
  await expect(getObject(target)).resolves.toBe(stored);
  expect(getJson).toHaveBeenCalledWith(`${LIST}/vlan-100`, undefined);
});

it('refuses an answer that is no object', async () => {
  jest.mocked(getJson).mockResolvedValue('<html>');
  await expect(getObject(target)).rejects.toMatchObject({ name: 'ApiError', status: 0 });
});

it('reads a short list, of one namespace and with selectors', async () => {
  jest.mocked(getJson).mockResolvedValue({ items: [stored] });
  await expect(listObjects(nads, 'ns1', { labelSelector: 'a=b' })).resolves.toEqual([stored]);
  expect(getJson).toHaveBeenCalledWith(`${LIST}?labelSelector=a%3Db`, undefined);
});

it('creates in the namespace of the object, dry or for good', async () => {
  jest.mocked(postJson).mockResolvedValue(stored);
  const body = { metadata: { name: 'vlan-100', namespace: 'ns1' } };
  await createObject(nads, body);
  await createObject(nads, body, { dryRun: true });
  expect(jest.mocked(postJson).mock.calls).toEqual([
    [LIST, body],
    [`${LIST}?dryRun=All`, body],
  ]);
});

it('sends a JSON patch', async () => {
  jest.mocked(patchJson).mockResolvedValue(stored);
  const operations = [{ op: 'test', path: '/a', value: 1 }];
  await patchObject(target, operations, { dryRun: true });
  expect(patchJson).toHaveBeenCalledWith(`${LIST}/vlan-100?dryRun=All`, operations);
});

it('deletes only what it was told to', async () => {
  await deleteObject(target, { preconditions: { uid: 'u', resourceVersion: '7' } });
  expect(deleteJson).toHaveBeenCalledWith(`${LIST}/vlan-100`, {
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    preconditions: { uid: 'u', resourceVersion: '7' },
  });
});
