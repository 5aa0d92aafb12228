/**
 * `/vm-networks/attach`: the form, and after it the job at work. The job's id stands in the URL,
 * so that a reload finds it again.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { Alert, Button, Content, PageSection, Spinner, Title } from '@patternfly/react-core';
import { useNavigate, useSearchParams } from '../../console/router';
import { useT } from '../../console/translation';
import type { JobRunner } from '../../job/jobRunner';
import type { Plan } from '../../plan/model';
import { startingPointOf } from '../../plan/startingPoint';
import { networkModelStore } from '../networkModel/networkModelStore';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import './attach.css';
import { newJobId } from './attachForm';
import { AttachWizard } from './AttachWizard';
import { findJob, forgetJob, incompleteJobs, startJob } from './jobStore';
import { JobView } from './JobView';
import { useJob } from './useJob';
import { wroteNothing } from './wroteNothing';

const AttachPage: FC = () => {
  const t = useT();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const model = useNetworkModel();
  const [freshId] = useState(() => newJobId(Date.now(), Math.random()));
  const jobId = params.get('job');
  const runner = useMemo(
    () => (jobId === null ? undefined : findJob(jobId, networkModelStore)),
    [jobId],
  );
  const leave = (): void => void navigate('/vm-networks');
  const apply = (plan: Plan): void => {
    startJob(plan, networkModelStore);
    setParams({ job: plan.jobId }, { replace: true });
  };
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <div>
          <Title headingLevel="h1">{t('Attach a VM to a VLAN')}</Title>
          <Content component="p">
            {t('Writes every resource that is needed, in order, and can take them back.')}
          </Content>
        </div>
      </PageSection>
      <PageSection
        isFilled
        hasBodyWrapper={false}
        type="wizard"
        className="vm-networks-attach__body"
      >
        {runner !== undefined ? (
          <RunningJob runner={runner} onClose={leave} />
        ) : jobId !== null ? (
          <UnknownJob onClose={leave} />
        ) : model.graph === undefined || model.diagnosis === undefined || !model.isComplete ? (
          <Loading />
        ) : (
          <>
            <IncompleteJobs onOpen={(id) => setParams({ job: id })} />
            <AttachWizard
              graph={model.graph}
              jobId={freshId}
              diagnosis={model.diagnosis}
              start={startingPointOf(params)}
              onApply={apply}
              onCancel={leave}
            />
          </>
        )}
      </PageSection>
    </>
  );
};

const Loading: FC = () => {
  const t = useT();
  return <Spinner aria-label={t('Loading the networks of the cluster')} />;
};

interface RunningJobProps {
  readonly runner: JobRunner;
  readonly onClose: () => void;
}

const RunningJob: FC<RunningJobProps> = ({ runner, onClose }) => {
  const navigate = useNavigate();
  const job = useJob(runner);
  const firstVm = job.plan.steps.find((step) => step.inverse.type === 'detachNic');
  const showPath = (): void => {
    if (firstVm?.inverse.type !== 'detachNic') return onClose();
    const { namespace, name } = firstVm.ref;
    void navigate(
      `/vm-networks?selection=${encodeURIComponent(`vnic/${namespace}/${name}/${firstVm.inverse.nic}`)}`,
    );
  };
  return (
    <JobView
      job={job}
      isJournalled={runner.isJournalled()}
      onRetry={() => void runner.run()}
      onUndo={() => void runner.undo()}
      onShowPath={showPath}
      onClose={() => {
        const isSettled = job.phase === 'succeeded' || job.phase === 'undone' || wroteNothing(job);
        if (isSettled) forgetJob(job.plan.jobId);
        onClose();
      }}
    />
  );
};

const UnknownJob: FC<{ readonly onClose: () => void }> = ({ onClose }) => {
  const t = useT();
  return (
    <Alert
      isInline
      variant="warning"
      title={t('This browser does not know that job.')}
      actionLinks={
        <Button variant="link" isInline onClick={onClose}>
          {t('Back to VM Networks')}
        </Button>
      }
    >
      {t(
        'Jobs are kept in the browser in which they were started. The objects a job made carry the label vm-networks/job.',
      )}
    </Alert>
  );
};

const IncompleteJobs: FC<{ readonly onOpen: (jobId: string) => void }> = ({ onOpen }) => {
  const t = useT();
  const [jobs] = useState(incompleteJobs);
  if (jobs.length === 0) return null;
  return (
    <Alert
      isInline
      variant="info"
      title={t('Jobs that did not finish: {{total}}', { total: jobs.length })}
      actionLinks={jobs.map((job) => (
        <Button key={job.plan.jobId} variant="link" isInline onClick={() => onOpen(job.plan.jobId)}>
          {t('Open job {{id}}', { id: job.plan.jobId })}
        </Button>
      ))}
    />
  );
};

export default AttachPage;
