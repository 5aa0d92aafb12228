import type { Policy } from '../nmstateTypes';
import { enactmentConditions } from './enactmentConditions';
import { maxUnavailable } from './maxUnavailable';
import { policyConditions } from './policyConditions';
import { renderDesiredState } from './renderDesiredState';

describe('A.1.1 maxUnavailable: scaled over matching nodes, rounded up, never below 1', () => {
  test.each([
    [undefined, 6, 3],
    [undefined, 5, 3],
    ['50%', 1, 1],
    ['10%', 25, 3],
    ['0%', 10, 1],
    [0, 10, 1],
    [2, 10, 2],
    ['many', 4, 2],
    ['3', 10, 5],
  ])('%s of %i nodes is %i', (value, nodes, expected) => {
    expect(maxUnavailable(value, nodes)).toBe(expected);
  });
});

describe('A.1.2 policy conditions', () => {
  const none = { matching: 6, notReady: 0, available: 0, failed: 0, aborted: 0, pending: 0 };
  const said = (counts: Partial<typeof none>) => {
    const conditions = policyConditions({ ...none, ...counts }, '2025-01-01T00:00:00Z');
    const words = Object.fromEntries(conditions.map(({ type, status }) => [type, status]));
    const message = conditions.find(({ status }) => status === 'True')?.message;
    const reasons = new Set(conditions.map(({ reason }) => reason));
    return { ...words, message, reasons: [...reasons] };
  };
  test.each([
    [
      { available: 2, pending: 3 },
      ['Unknown', 'Unknown', 'True', 'False'],
      'ConfigurationProgressing',
      'Policy is progressing 2/6 nodes finished, 3 pending',
    ],
    [
      { available: 6 },
      ['True', 'False', 'False', 'False'],
      'SuccessfullyConfigured',
      '6/6 nodes successfully configured',
    ],
    [
      { available: 3, failed: 3 },
      ['False', 'True', 'False', 'False'],
      'FailedToConfigure',
      '3/6 nodes failed to configure',
    ],
    [
      { matching: 0 },
      ['False', 'False', 'False', 'True'],
      'NoMatchingNode',
      'Policy does not match any node',
    ],
    [
      { notReady: 1, available: 1 },
      ['Unknown', 'Unknown', 'True', 'False'],
      'ConfigurationProgressing',
      'Policy is progressing 1/5 nodes finished, 1 nodes ignored due to NotReady state',
    ],
  ])('%j', (counts, [Available, Degraded, Progressing, Ignored], reason, message) => {
    expect(said(counts)).toEqual({
      Available,
      Degraded,
      Progressing,
      Ignored,
      message,
      reasons: [reason],
    });
  });

  test('a status that stays keeps its transition time', () => {
    const before = policyConditions({ ...none, available: 6 }, '2025-01-01T00:00:00Z');
    const after = policyConditions(
      { ...none, matching: 5, available: 5 },
      '2025-02-01T00:00:00Z',
      before,
    );
    expect(after[0]).toMatchObject({
      lastTransitionTime: '2025-01-01T00:00:00Z',
      lastHeartbeatTime: '2025-02-01T00:00:00Z',
    });
  });
});

test('A.2: a node that tries again is Failing and Progressing, with the count only', () => {
  const conditions = enactmentConditions({ stage: 'retrying', node: 'n1', attempt: 2 }, 'now');
  const trueOnes = conditions.filter(({ status }) => status === 'True');
  expect(trueOnes.map(({ type }) => type)).toEqual(['Failing', 'Progressing']);
  expect(trueOnes[0]).toMatchObject({
    reason: 'Retrying',
    message: 'failed to reconcile NodeNetworkConfigurationPolicy on node n1. Retrying 2/5',
  });
});

describe('A.1.3 rendering', () => {
  const policy = (spec: Policy['spec']): Policy => ({
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name: 'p' },
    spec: spec ?? {},
  });
  const current = { interfaces: [] };

  test('a Linux bridge port without vlan gets the default trunk; an empty vlan opts out', () => {
    const port = [{ name: 'a' }, { name: 'b', vlan: {} }];
    const interfaces = [
      { name: 'br1', type: 'linux-bridge', bridge: { port } },
      { name: 'ovs1', type: 'ovs-bridge', bridge: { port: [{ name: 'c' }] } },
    ];
    const rendered = renderDesiredState(policy({ desiredState: { interfaces } }), current);
    expect(rendered).toMatchObject({
      ok: true,
      desiredState: {
        interfaces: [
          {
            bridge: {
              port: [
                {
                  name: 'a',
                  vlan: { mode: 'trunk', 'trunk-tags': [{ 'id-range': { min: 2, max: 4094 } }] },
                },
                { name: 'b', vlan: {} },
              ],
            },
          },
          { bridge: { port: [{ name: 'c' }] } },
        ],
      },
    });
  });

  test.each([
    [{ a: 'interfaces.name=' }, 'invalid capture expression'],
    [{ a: 'capture.none | interfaces.name=="x"' }, "refers to unknown 'none'"],
    [{ a: 'interfaces.name==x' }, 'invalid capture operand'],
  ])('a capture that cannot be read fails: %j', (capture, text) => {
    const rendered = renderDesiredState(policy({ capture, desiredState: {} }), current);
    expect(rendered).toMatchObject({ ok: false });
    expect(JSON.stringify(rendered)).toContain(
      'failure generating desiredState and capturedStates',
    );
    expect(JSON.stringify(rendered)).toContain(text);
  });
});
