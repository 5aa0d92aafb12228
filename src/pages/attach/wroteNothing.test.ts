import type { JobState, StepState } from '../../job/jobState';
import type { Step } from '../../plan/model';
import { wroteNothing } from './wroteNothing';

const job = (phase: JobState['phase'], state: Partial<StepState>): JobState => {
  const step = { id: 'nad' } as Step;
  const untouched = {
    status: 'planned',
    written: false,
    isUncertain: false,
    generation: 0,
    nodes: [],
    raw: '',
  };
  return {
    phase,
    plan: { steps: [step] },
    steps: { nad: { ...untouched, ...state } },
  } as unknown as JobState;
};

const failedWith = (isUncertain: boolean, written = false) =>
  job('failed', { status: 'failed', written, isUncertain });

test.each([
  ['a refusal', failedWith(false), true],
  ['an answer that leaves the write in doubt', failedWith(true), false],
  ['a write that did not take effect', failedWith(false, true), false],
  [
    'a page that was left while it wrote',
    job('failed', { status: 'writing', isUncertain: true }),
    false,
  ],
  ['a job at work', job('running', { status: 'planned' }), false],
])('%s', (_name, state, expected) => expect(wroteNothing(state)).toBe(expected));
