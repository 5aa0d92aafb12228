/** A job out of its journal: what it fixes comes back, and a journal that somebody made up is not believed. */
import type { Plan } from '../plan/model';
import { jobFromText, planParts, stateText } from './jobDocument';
import type { JobState } from './jobState';

const FIXES = { rule: 'NAD-005', subject: 'nad/prod/vlan-5' };
const PLAN: Plan = { jobId: 'job-1', fixes: FIXES, steps: [], reused: [] };
const STATE: JobState = { plan: PLAN, phase: 'succeeded', startedAt: 1, steps: {} };

test('the finding that a plan fixes is kept with it', () => {
  expect(jobFromText(planParts(PLAN), stateText(STATE))?.plan.fixes).toEqual(FIXES);
});

test.each([{ rule: 5, subject: 'nad/prod/vlan-5' }, { rule: 'NAD-005' }, 'NAD-005', []])(
  'a plan that fixes %j is no plan',
  (fixes) => {
    const parts = [JSON.stringify({ ...PLAN, fixes })];
    expect(jobFromText(parts, stateText(STATE))).toBeUndefined();
  },
);
