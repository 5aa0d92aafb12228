/**
 * A job at work or at rest: each step with its state, each node with its stage, many VMs as a
 * table, the API server's own words where something failed, and what can be done about it.
 */
import type { FC, ReactNode } from 'react';
import { Content, ProgressStep, ProgressStepper } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { JobState, StepStatus } from '../../job/jobState';
import { stepState } from '../../job/jobState';
import type { JournalPlace } from '../../job/journal';
import type { Step } from '../../plan/model';
import { FixesFinding } from '../fix/FixesFinding';
import { JobVmTable } from '../jobs/JobVmTable';
import type { Verdict } from '../jobs/jobVerdicts';
import { JobActions } from './JobActions';
import { JobHeadline } from './JobHeadline';
import { JobStepDetail } from './JobStepDetail';
import { stepStatusText } from './stepStatusText';
import { Notice } from '../../ui/Notice';

interface JobViewProps {
  readonly job: JobState;
  /** Where the journal is; left out where it is not known yet. */
  readonly place?: JournalPlace;
  readonly isJournalled: boolean;
  /** By step id: what the cluster shows of the VM NICs that are done. */
  readonly verdicts?: ReadonlyMap<string, Verdict>;
  /** Above the steps: who else is at work, what must be read first. */
  readonly notice?: ReactNode;
  /** Retry and take back wait until the notice is dealt with. */
  readonly isLocked?: boolean;
  readonly onRetry: () => void;
  readonly onUndo: () => void;
  readonly onShowPath: () => void;
  readonly onClose: () => void;
}

type Variant = 'success' | 'danger' | 'info' | 'pending' | 'warning' | 'default';

const VARIANT: Readonly<Record<StepStatus, Variant>> = {
  planned: 'pending',
  writing: 'info',
  waiting: 'info',
  done: 'success',
  failed: 'danger',
  undoing: 'info',
  undone: 'default',
  undoFailed: 'danger',
};

/** From this many on, VMs stand in a table instead of among the steps. */
const MANY_VMS = 4;

export const JobView: FC<JobViewProps> = (props) => {
  const { job, place, isJournalled, verdicts, notice, isLocked = false } = props;
  const vms = job.plan.steps.filter(({ ref }) => ref.kind === 'VirtualMachine');
  const inTable = vms.length >= MANY_VMS ? new Set(vms) : undefined;
  const others = job.plan.steps.filter((step) => inTable?.has(step) !== true);
  const [firstVm] = vms;
  const position = firstVm === undefined ? 0 : job.plan.steps.indexOf(firstVm);
  const stepper = (steps: readonly Step[]) =>
    steps.length === 0 ? null : <Stepper job={job} steps={steps} verdicts={verdicts} />;
  return (
    <div className="vm-networks-attach__job" data-test={`job-${job.phase}`}>
      <FixesFinding fixes={job.plan.fixes} />
      {notice}
      <JobHeadline job={job} />
      <Keeping isJournalled={isJournalled} place={place} />
      {inTable === undefined ? (
        stepper(others)
      ) : (
        <>
          {stepper(others.slice(0, position))}
          <JobVmTable job={job} steps={vms} verdicts={verdicts} />
          {stepper(others.slice(position))}
        </>
      )}
      <JobActions {...props} isLocked={isLocked} />
    </div>
  );
};

interface StepperProps {
  readonly job: JobState;
  readonly steps: readonly Step[];
  readonly verdicts: ReadonlyMap<string, Verdict> | undefined;
}

const Stepper: FC<StepperProps> = ({ job, steps, verdicts }) => {
  const t = useT();
  return (
    <ProgressStepper isVertical aria-label={t('Steps of the job')}>
      {steps.map((step) => {
        const state = stepState(job, step.id);
        const { status } = state;
        const verdict = verdicts?.get(step.id);
        return (
          <ProgressStep
            key={step.id}
            id={`job-${step.id}`}
            titleId={`job-title-${step.id}`}
            variant={VARIANT[status]}
            isCurrent={status === 'writing' || status === 'waiting' || status === 'undoing'}
            aria-label={t('{{step}}: {{status}}', {
              step: step.id,
              status: stepStatusText(status, t),
            })}
            description={<JobStepDetail step={step} state={state} verdict={verdict} />}
          >
            <span data-test={`step-${step.id}`}>
              {t('{{kind}} {{name}}: {{status}}', {
                kind: step.ref.kind,
                name:
                  step.ref.namespace === ''
                    ? step.ref.name
                    : `${step.ref.namespace}/${step.ref.name}`,
                status: stepStatusText(status, t),
              })}
            </span>
          </ProgressStep>
        );
      })}
    </ProgressStepper>
  );
};

interface KeepingProps {
  readonly isJournalled: boolean;
  readonly place: JournalPlace | undefined;
}

/** Where the job is kept decides who can finish it when this tab is closed. */
const Keeping: FC<KeepingProps> = ({ isJournalled, place }) => {
  const t = useT();
  if (!isJournalled) {
    return (
      <Notice
        isInline
        variant="warning"
        title={t('The job could not be kept just now: do not close the tab before it ends.')}
      />
    );
  }
  if (place?.type === 'cluster') {
    return (
      <Content component="small" data-test="job-kept">
        {t(
          'Kept in project {{namespace}} of the cluster: anybody with the rights can go on with this job or take it back.',
          { namespace: place.namespace },
        )}
      </Content>
    );
  }
  if (place === undefined || place.reason === '') return null;
  return (
    <Content component="small" data-test="job-kept">
      {t(
        'Kept in this browser only, since the cluster did not take it ({{reason}}). Only here it can be finished or taken back.',
        { reason: place.reason },
      )}
    </Content>
  );
};
