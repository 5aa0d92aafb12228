/**
 * One job, wherever it is at work: in this tab, in another one, with another user, or nowhere any
 * more. Whoever has the rights can go on with one that nobody works on.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { Button, Checkbox } from '@patternfly/react-core';
import { useNavigate } from '../../console/router';
import { useT } from '../../console/translation';
import { interrupted } from '../../job/jobEntry';
import type { JobEntry } from '../../job/jobEntry';
import type { JobRunner } from '../../job/jobRunner';
import { LEASE_MS } from '../../job/journal';
import { JobView } from '../attach/JobView';
import { dropRunner, forgetJob, takeJob } from '../attach/jobStore';
import { useJob } from '../attach/useJob';
import { wroteNothing } from '../attach/wroteNothing';
import { networkModelStore } from '../networkModel/networkModelStore';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { PlannedStep } from '../review/PlannedStep';
import { selectionLink } from '../vmNetworks/links';
import type { JobState } from '../../job/jobState';
import { jobVerdicts } from './jobVerdicts';
import { reachesBeyond } from './reachesBeyond';
import { useJobView } from './useJobView';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

interface JobPageProps {
  readonly jobId: string;
  readonly onClose: () => void;
}

export const JobPage: FC<JobPageProps> = ({ jobId, onClose }) => {
  const t = useT();
  const [round, setRound] = useState(0);
  const again = (): void => setRound((last) => last + 1);
  const view = useJobView(jobId, round);
  switch (view.state) {
    case 'looking':
      return <Waiting label={t('Looking for the job')} />;
    case 'unknown':
      return <UnknownJob problem={view.problem} onClose={onClose} />;
    case 'here':
      return <JobHere runner={view.runner} onClose={onClose} onLost={again} />;
    case 'found':
      return (
        <JobElsewhere entry={view.entry} isHeld={view.isHeld} onClose={onClose} onTaken={again} />
      );
  }
};

const useVerdicts = (job: JobState) => {
  const { graph } = useNetworkModel();
  return useMemo(() => (graph === undefined ? undefined : jobVerdicts(job, graph)), [job, graph]);
};

/** The first VM NIC of the job, for a look at its path. */
const pathLink = (job: JobState): string | undefined => {
  for (const { ref, inverse } of job.plan.steps) {
    if (inverse.type !== 'detachNic' && inverse.type !== 'moveNic') continue;
    return selectionLink(`vnic/${ref.namespace}/${ref.name}/${inverse.nic}`);
  }
  return undefined;
};

interface JobHereProps {
  readonly runner: JobRunner;
  readonly onClose: () => void;
  /** Another tab or user has the job now. */
  readonly onLost: () => void;
}

const JobHere: FC<JobHereProps> = ({ runner, onClose, onLost }) => {
  const t = useT();
  const navigate = useNavigate();
  const job = useJob(runner);
  const verdicts = useVerdicts(job);
  const { jobId } = job.plan;
  const problem = runner.problem();
  const close = (): void => {
    // What is undone or was never written leaves nothing to look after; a success may still be
    // taken back, so its journal stays for a while.
    if (job.phase === 'undone' || wroteNothing(job)) void forgetJob(jobId);
    onClose();
  };
  const takenOver = (
    <Notice
      isInline
      variant="warning"
      title={t('Another tab or another user has taken over this job.')}
      actionLinks={
        <Button
          variant="link"
          isInline
          onClick={() => {
            dropRunner(jobId);
            onLost();
          }}
        >
          {t('Follow it')}
        </Button>
      }
    >
      {t('Nothing more is written from here.')}
    </Notice>
  );
  const refused = (
    <Notice isInline variant="danger" title={t('The job could not be taken up from here.')}>
      {t('{{problem}} Ask somebody with rights to its journal, or export what is left.', {
        problem: problem?.message ?? '',
      })}
    </Notice>
  );
  return (
    <JobView
      job={job}
      place={runner.place()}
      isJournalled={runner.isJournalled()}
      verdicts={verdicts}
      notice={runner.isTakenOver() ? takenOver : problem === undefined ? null : refused}
      isLocked={runner.isTakenOver()}
      onRetry={() => void runner.run()}
      onUndo={() => void runner.undo()}
      onShowPath={() => void navigate(pathLink(job) ?? '/vm-networks')}
      onClose={close}
    />
  );
};

interface JobElsewhereProps {
  readonly entry: JobEntry;
  readonly isHeld: boolean;
  readonly onClose: () => void;
  readonly onTaken: () => void;
}

const JobElsewhere: FC<JobElsewhereProps> = ({ entry, isHeld, onClose, onTaken }) => {
  const t = useT();
  const navigate = useNavigate();
  const [hasRead, setRead] = useState(false);
  const job = isHeld ? entry.job : interrupted(entry.job);
  const verdicts = useVerdicts(job);
  const beyond = reachesBeyond(entry);
  const take = (begin: (runner: JobRunner) => void): void => {
    const runner = takeJob(entry, networkModelStore);
    begin(runner);
    onTaken();
  };
  const held = (
    <Notice
      isInline
      variant="info"
      data-test="job-held"
      title={t('This job is at work in another tab or with another user.')}
    >
      {t(
        'Last sign of life: {{time}}. What you see here follows it. A tab that was closed cannot say so: {{seconds}} seconds after its last sign of life you can take the job over here.',
        { time: new Date(entry.renewedAt).toLocaleTimeString(), seconds: LEASE_MS / 1000 },
      )}
    </Notice>
  );
  const toRead = (
    <div className="vm-networks-attach__review">
      <Notice
        isInline
        variant="warning"
        title={t('This job writes outside of the project in which it is kept.')}
      >
        {t(
          'Everybody who may write in project {{namespace}} could have made it up. Read each step before you go on with it in your name.',
          { namespace: entry.place.type === 'cluster' ? entry.place.namespace : '' },
        )}
      </Notice>
      <ol className="vm-networks-attach__steps">
        {beyond.map((step, index) => (
          <PlannedStep key={step.id} step={step} position={index + 1} />
        ))}
      </ol>
      <Checkbox
        id="job-has-read"
        label={t('I have read what this job writes')}
        isChecked={hasRead}
        onChange={(_event, checked) => setRead(checked)}
      />
    </div>
  );
  return (
    <JobView
      job={job}
      place={entry.place}
      isJournalled
      verdicts={verdicts}
      notice={isHeld ? held : beyond.length > 0 ? toRead : null}
      isLocked={isHeld || (beyond.length > 0 && !hasRead)}
      onRetry={() => take((runner) => void runner.run())}
      onUndo={() => take((runner) => void runner.undo())}
      onShowPath={() => void navigate(pathLink(job) ?? '/vm-networks')}
      onClose={onClose}
    />
  );
};

interface UnknownJobProps {
  /** The API server's words, where it could not be asked; '' when the job is surely not there. */
  readonly problem: string;
  readonly onClose: () => void;
}

const UnknownJob: FC<UnknownJobProps> = ({ problem, onClose }) => {
  const t = useT();
  return (
    <Notice
      isInline
      variant="warning"
      title={
        problem === ''
          ? t('No such job is kept in the cluster or in this browser.')
          : t('The job could not be looked for.')
      }
      actionLinks={
        <Button variant="link" isInline onClick={onClose}>
          {t('Back to VM Networks')}
        </Button>
      }
    >
      {problem === ''
        ? t(
            'It may lie in a project that you may not read, or in the browser in which it was started. The objects a job made carry the label vm-networks/job.',
          )
        : problem}
    </Notice>
  );
};
