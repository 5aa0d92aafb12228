import { soonTask } from './soonTask';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Waits for what was promised, whatever else has its turn before. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await turn();
};

test('the work is a task of its own, and of several the first comes first', async () => {
  const done: string[] = [];
  soonTask(() => done.push('first'));
  soonTask(() => done.push('second'));
  void Promise.resolve().then(() => done.push('what waited'));
  expect(done).toEqual([]);
  await until(() => done.length === 3);
  expect(done).toEqual(['what waited', 'first', 'second']);
});

test('what is taken back is not done', async () => {
  const done: string[] = [];
  const takeBack = soonTask(() => done.push('taken back'));
  soonTask(() => done.push('kept'));
  takeBack();
  await until(() => done.length > 0);
  await turn();
  expect(done).toEqual(['kept']);
});
