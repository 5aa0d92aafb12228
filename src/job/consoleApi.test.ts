/** The console's client knows every kind that a plan may write. */
import { MODELS } from '../cluster/models';
import type { KindKey } from '../cluster/snapshot';
import { consoleApi } from './consoleApi';

const getJson = jest.fn();

jest.mock('../console/consoleFetch', () => ({
  getJson: (path: string): unknown => getJson(path),
}));

const WRITTEN: readonly KindKey[] = [
  'policies',
  'nads',
  'cudns',
  'udns',
  'namespaces',
  'vms',
  'nodes',
];

test.each(WRITTEN)('%s are read by their address', async (key) => {
  getJson.mockResolvedValue({ kind: 'x' });
  const { apiGroup, version, kind, plural } = MODELS[key];
  const apiVersion = apiGroup === '' ? version : `${apiGroup}/${version}`;
  await consoleApi.get({ apiVersion, kind, namespace: '', name: 'one' });
  expect(getJson).toHaveBeenLastCalledWith(expect.stringMatching(new RegExp(`/${plural}/one$`)));
});
