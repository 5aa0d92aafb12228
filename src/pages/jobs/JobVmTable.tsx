/**
 * The VMs of a job with many: how many came to which end, and a table that shows the failed ones
 * first and can be narrowed down, so that one failure among a hundred is not lost.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { Content, Label, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useText, useT } from '../../console/translation';
import type { JobState, StepState, StepStatus } from '../../job/jobState';
import { stepState } from '../../job/jobState';
import type { Step } from '../../plan/model';
import { ListToolbar } from '../../ui/ListToolbar';
import { usePages } from '../../ui/usePages';
import { stepStatusText } from '../attach/stepStatusText';
import { PathVerdict } from './PathVerdict';
import type { Verdict } from './jobVerdicts';

interface JobVmTableProps {
  readonly job: JobState;
  readonly steps: readonly Step[];
  readonly verdicts: ReadonlyMap<string, Verdict> | undefined;
}

type Outcome = 'failed' | 'working' | 'waiting' | 'done';

const OUTCOME: Readonly<Record<StepStatus, Outcome>> = {
  failed: 'failed',
  undoFailed: 'failed',
  writing: 'working',
  waiting: 'working',
  undoing: 'working',
  planned: 'waiting',
  done: 'done',
  undone: 'done',
};

/** As they stand in the table: what needs somebody first. */
const OUTCOMES: readonly Outcome[] = ['failed', 'working', 'waiting', 'done'];

const COLOR = { failed: 'red', working: 'blue', waiting: 'grey', done: 'green' } as const;

const PER_PAGE = 20;

export const JobVmTable: FC<JobVmTableProps> = ({ job, steps, verdicts }) => {
  const t = useT();
  const [filter, setFilter] = useState('');
  const [only, setOnly] = useState<Outcome>();
  const rows = useMemo(
    () =>
      steps
        .map((step) => ({ step, state: stepState(job, step.id) }))
        .sort((a, b) => rankOf(a.state) - rankOf(b.state)),
    [job, steps],
  );
  const wanted = rows.filter(
    ({ step, state }) =>
      (only === undefined || OUTCOME[state.status] === only) && vmName(step).includes(filter),
  );
  const pages = usePages(wanted, PER_PAGE);
  const counts = countsOf(rows.map(({ state }) => state));
  const names: Readonly<Record<Outcome, string>> = {
    failed: t('failed'),
    working: t('at work'),
    waiting: t('not started'),
    done: job.phase === 'undoing' || job.phase === 'undone' ? t('taken back') : t('done'),
  };
  return (
    <section aria-label={t('Virtual machines of the job')} data-test="job-vms">
      <Content component="h3">{t('{{total}} virtual machines', { total: steps.length })}</Content>
      <ListToolbar
        searchLabel={t('Find a VM of this job by name')}
        placeholder={t('Name of a VM')}
        filter={filter}
        onFilter={setFilter}
        pages={pages}
        pagesLabel={t('Pages of VMs')}
      >
        <ToggleGroup aria-label={t('Show VMs by outcome')} isCompact>
          {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
            <ToggleGroupItem
              key={outcome}
              buttonId={`job-vms-${outcome}`}
              text={t('{{total}} {{outcome}}', {
                total: counts[outcome],
                outcome: names[outcome],
              })}
              isSelected={only === outcome}
              onChange={() => {
                setOnly(only === outcome ? undefined : outcome);
                pages.setPage(1);
              }}
            />
          ))}
        </ToggleGroup>
      </ListToolbar>
      <Table
        variant="compact"
        aria-label={t('Virtual machines of the job')}
        gridBreakPoint="grid-md"
      >
        <Thead>
          <Tr>
            <Th modifier="wrap">{t('VM')}</Th>
            <Th modifier="wrap">{t('State')}</Th>
            <Th modifier="wrap">{t('What happened')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map(({ step, state }) => (
            <Tr key={step.id} data-test={`step-${step.id}`}>
              <Td dataLabel={t('VM')}>{vmName(step)}</Td>
              <Td dataLabel={t('State')}>
                <Label isCompact color={COLOR[OUTCOME[state.status]]}>
                  {stepStatusText(state.status, t)}
                </Label>
              </Td>
              <Td dataLabel={t('What happened')}>
                <VmOutcome step={step} state={state} verdict={verdicts?.get(step.id)} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </section>
  );
};

const vmName = ({ ref }: Step): string => `${ref.namespace}/${ref.name}`;

const rankOf = ({ status }: StepState): number => OUTCOMES.indexOf(OUTCOME[status]);

const countsOf = (states: readonly StepState[]): Readonly<Record<Outcome, number>> => {
  const counts = { failed: 0, working: 0, waiting: 0, done: 0 };
  for (const { status } of states) counts[OUTCOME[status]] += 1;
  return counts;
};

interface VmOutcomeProps {
  readonly step: Step;
  readonly state: StepState;
  readonly verdict: Verdict | undefined;
}

const VmOutcome: FC<VmOutcomeProps> = ({ step, state, verdict }) => {
  const sentence = useText();
  return (
    <>
      <div>{sentence(state.detail ?? step.purpose)}</div>
      {state.raw === '' ? null : <div className="vm-networks-attach__raw">{state.raw}</div>}
      {verdict === undefined ? null : <PathVerdict verdict={verdict} />}
    </>
  );
};
