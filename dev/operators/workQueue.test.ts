import { WorkQueue } from './workQueue';

function makeQueue(reconcile: (key: string) => Promise<void>) {
  const controller = new AbortController();
  const reports: string[] = [];
  const queue = new WorkQueue(reconcile, {
    name: 'test',
    signal: controller.signal,
    report: (message) => reports.push(message),
    firstPause: 1,
  });
  return { queue, controller, reports };
}

test('keys wait for the start and one batch of changes makes one run', async () => {
  const runs: string[] = [];
  const { queue } = makeQueue((key) => {
    runs.push(key);
    return Promise.resolve();
  });
  queue.add('a');
  queue.add('a');
  expect(runs).toEqual([]);
  queue.start();
  queue.add('a');
  await queue.drain();
  expect(runs).toEqual(['a']);
});

test('a key never runs twice at once, and what is asked for meanwhile is done after', async () => {
  let atWork = 0;
  let most = 0;
  let runs = 0;
  const { queue } = makeQueue(async () => {
    atWork += 1;
    most = Math.max(most, atWork);
    runs += 1;
    if (runs === 1) queue.add('a');
    await Promise.resolve();
    atWork -= 1;
  });
  queue.start();
  queue.add('a');
  await queue.drain();
  expect({ most, runs }).toEqual({ most: 1, runs: 2 });
});

test('a failed run is reported and tried again until it works', async () => {
  let runs = 0;
  const { queue, reports } = makeQueue(() => {
    runs += 1;
    return runs < 3 ? Promise.reject(new Error(`try ${runs}`)) : Promise.resolve();
  });
  queue.start();
  queue.add('a');
  await queue.drain();
  expect(reports).toEqual(['test a: Error: try 1', 'test a: Error: try 2']);
});

test('an aborted queue takes no more work and its waits end', async () => {
  let runs = 0;
  const { queue, controller } = makeQueue(() => {
    runs += 1;
    return Promise.reject(new Error('always'));
  });
  queue.start();
  queue.add('a');
  queue.addAfter('b', 1);
  await Promise.resolve();
  controller.abort(new Error('stop'));
  queue.add('c');
  await queue.drain();
  expect(runs).toBeLessThanOrEqual(2);
});
