import { nnce, nncp } from '../../dev/test/makeClusterPolicies';
import { readEnactment } from './readEnactment';
import { readPolicy } from './readPolicy';

describe('readPolicy', () => {
  test('selector, limit and capture as written', () => {
    expect(readPolicy(nncp('p', { maxUnavailable: '30%' }))).toMatchObject({
      nodeSelectorStated: true,
      maxUnavailable: '30%',
      usesCapture: false,
    });
    expect(readPolicy(nncp('p', { nodeSelector: null, capture: { a: 'b' } }))).toMatchObject({
      nodeSelector: {},
      nodeSelectorStated: false,
      usesCapture: true,
    });
  });

  test('the counter of the present generation, else the older field', () => {
    const status = { unavailableNodeCount: 1, unavailableNodeCountMap: { '4': 2 } };
    const read = (generation: number) =>
      readPolicy({ metadata: { name: 'p', generation }, status })?.unavailableNodeCount;
    expect(read(4)).toBe(2);
    expect(read(5)).toBe(1);
  });
});

describe('readEnactment', () => {
  test('node and policy come from the labels, tries from the generation', () => {
    const object = nnce('worker.example.com', 'br.one', { generation: 3, retries: 5 });
    expect(readEnactment(object)).toMatchObject({
      node: 'worker.example.com',
      policy: 'br.one',
      policyGeneration: 3,
      retryCount: 5,
    });
  });

  test('keeps the rendered document only where captures were resolved', () => {
    const desiredState = { interfaces: [{ name: 'a' }] };
    expect(readEnactment(nnce('n', 'p', { desiredState }))?.rendered).toBeUndefined();
    const captured = readEnactment(nnce('n', 'p', { desiredState, capturedStates: { c: {} } }));
    expect(captured?.rendered?.interfaces).toHaveLength(1);
  });
});
