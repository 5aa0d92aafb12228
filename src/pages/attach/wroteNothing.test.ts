import { text } from '../../cluster/text';
import type { JobState, StepState } from '../../job/jobState';
import type { Step } from '../../plan/model';
import { wroteNothing } from './wroteNothing';

const job = (phase: JobState['phase'], state: Partial<StepState>): JobState => {
  const step = { id: 'nad' } as Step;
  const untouched = { status: 'planned', written: false, generation: 0, nodes: [], raw: '' };
  return {
    phase,
    plan: { steps: [step] },
    steps: { nad: { ...untouched, ...state } },
  } as unknown as JobState;
};

const failedWith = (code: number | string, written = false) =>
  job('failed', { status: 'failed', written, detail: text('Refused ({{code}}).', { code }) });

test.each([
  ['a refusal', failedWith(403), true],
  ['a conflict', failedWith(409), true],
  ['a server error, which may come after the write', failedWith(500), false],
  ['a lost answer', failedWith(''), false],
  ['a write that did not take effect', failedWith(422, true), false],
  ['a page that was left while it wrote', job('failed', { status: 'writing' }), false],
  ['a job at work', job('running', { status: 'planned' }), false],
])('%s', (_name, state, expected) => expect(wroteNothing(state)).toBe(expected));
