import { newJob } from './jobState';
import { browserJournal } from './journal';

const memory = (): Storage => {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
};

const plan = (jobId: string) => ({ jobId, steps: [], reused: [] });

test('a job comes back as it was saved, newest first, until it is forgotten', () => {
  const journal = browserJournal(memory());
  const older = newJob(plan('a'), 1);
  const newer = newJob(plan('b'), 2);
  expect(journal.save(older)).toBe(true);
  expect(journal.save(newer)).toBe(true);
  expect(journal.load()).toEqual([newer, older]);
  journal.forget('b');
  expect(journal.load()).toEqual([older]);
});

test('foreign, cut-off and unreadable entries are not offered', () => {
  const storage = memory();
  storage.setItem('vm-networks/job/x', '{"plan":');
  storage.setItem('vm-networks/job/y', '[]');
  storage.setItem('other', '{"plan":{},"phase":"failed","steps":{}}');
  expect(browserJournal(storage).load()).toEqual([]);
});

test('a storage that refuses is reported, not thrown', () => {
  const refusing = memory();
  refusing.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(browserJournal(refusing).save(newJob(plan('a'), 1))).toBe(false);
});
