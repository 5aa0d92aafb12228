import { BrowserJournal, browserJobs, forgetBrowserJob } from './browserJournal';
import { newJob } from './jobState';
import { LEASE_MS, LeaseLost } from './journal';
import { memoryStorage } from './testing/memoryStorage';

const plan = (jobId: string) => ({ jobId, steps: [], reused: [] });

let now = 0;
const journalIn = (storage: Storage, holder = 'me') =>
  new BrowserJournal({ storage, holder, now: () => now, reason: 'not allowed' });

test('a job comes back as it was saved, newest first, until it is forgotten', async () => {
  const storage = memoryStorage();
  const older = newJob(plan('a'), 1);
  const newer = newJob(plan('b'), 2);
  await journalIn(storage).acquire(older);
  await journalIn(storage).acquire(newer);
  expect(browserJobs(storage).map(({ job }) => job)).toEqual([newer, older]);
  forgetBrowserJob(storage, 'b');
  expect(browserJobs(storage).map(({ job }) => job)).toEqual([older]);
});

test('another tab cannot take a job that is worked on; a silent one it can', async () => {
  const storage = memoryStorage();
  const job = newJob(plan('a'), 1);
  const first = journalIn(storage, 'first');
  await first.acquire(job);
  const second = journalIn(storage, 'second');
  await expect(second.acquire(job)).rejects.toThrow(LeaseLost);
  now += LEASE_MS;
  await second.acquire(job);
  await expect(first.save(job)).rejects.toThrow(LeaseLost);
});

test('foreign, cut-off and unreadable entries are not offered', () => {
  const storage = memoryStorage();
  storage.setItem('vm-networks/job/x', '{"plan":');
  storage.setItem('vm-networks/job/y', '[]');
  storage.setItem('other', '{"plan":{},"phase":"failed","steps":{}}');
  expect(browserJobs(storage)).toEqual([]);
});

test('a storage that refuses is reported, not thrown', async () => {
  const refusing = memoryStorage();
  refusing.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const journal = journalIn(refusing);
  await journal.acquire(newJob(plan('a'), 1));
  expect(journal.place()).toEqual({ type: 'nowhere', reason: 'not allowed' });
});
