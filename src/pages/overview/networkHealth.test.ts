import { condition } from '../../../dev/test/makeCluster';
import { nncp } from '../../../dev/test/makeClusterPolicies';
import type { Text } from '../../cluster/text';
import { policyHealth } from './networkHealth';

jest.mock('../../console/translateNow', () => {
  const { formatText }: { formatText: (sentence: Text) => string } =
    jest.requireActual('../../cluster/text');
  return { translateNow: formatText };
});

const policyWith = (name: string, type: string) => ({
  ...nncp(name),
  status: { conditions: [condition(type, 'True')] },
});

const healthOf = (...data: readonly object[]) => policyHealth({ policies: { data, loaded: true } });

test('policies that are all applied are healthy', () => {
  expect(healthOf(policyWith('a', 'Available'))).toEqual({ state: 'OK' });
  expect(healthOf()).toEqual({ state: 'OK' });
});

test('a degraded policy wins over one that is being applied', () => {
  expect(healthOf(policyWith('a', 'Progressing'), policyWith('b', 'Degraded'))).toEqual({
    state: 'ERROR',
    message: '1 node network policies are degraded',
  });
  expect(healthOf(policyWith('a', 'Progressing'))).toMatchObject({ state: 'PROGRESS' });
});

test('what has not come or may not be read is not healthy', () => {
  expect(policyHealth({ policies: { data: [], loaded: false } })).toEqual({ state: 'LOADING' });
  expect(
    policyHealth({ policies: { data: [], loaded: true, loadError: new Error() } }),
  ).toMatchObject({
    state: 'NOT_AVAILABLE',
  });
  expect(policyHealth({})).toEqual({ state: 'LOADING' });
});
