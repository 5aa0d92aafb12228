/**
 * `/vm-networks/attach`: the form, and after it the job at work. The job's id stands in the URL,
 * so that a reload finds it again.
 */
import { useState } from 'react';
import type { FC } from 'react';
import { Content, PageSection, Title } from '@patternfly/react-core';
import { useNavigate, useSearchParams } from '../../console/router';
import { useT } from '../../console/translation';
import type { Plan } from '../../plan/model';
import { startingPointOf } from '../../plan/startingPoint';
import IncompleteJobs from '../jobs/IncompleteJobs';
import { JobPage } from '../jobs/JobPage';
import { networkModelStore } from '../networkModel/networkModelStore';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import './attach.css';
import { newJobId } from './attachForm';
import { AttachWizard } from './AttachWizard';
import { startJob } from './jobStore';
import { StartNotice } from './StartNotice';
import { Waiting } from '../../ui/Waiting';

const AttachPage: FC = () => {
  const t = useT();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const model = useNetworkModel();
  const [freshId] = useState(() => newJobId(Date.now(), Math.random()));
  const start = startingPointOf(params);
  const jobId = params.get('job');
  const leave = (): void => void navigate('/vm-networks');
  const apply = (plan: Plan): void => {
    const { finding: rule, subject } = start;
    const fixes = rule === undefined || subject === undefined ? undefined : { rule, subject };
    startJob(fixes === undefined ? plan : { ...plan, fixes }, networkModelStore);
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
        {jobId !== null ? (
          <JobPage jobId={jobId} onClose={leave} />
        ) : model.graph === undefined || model.diagnosis === undefined || !model.isComplete ? (
          <Loading />
        ) : (
          <>
            <div className="vm-networks-attach__notices">
              <IncompleteJobs isReady />
              <StartNotice graph={model.graph} diagnosis={model.diagnosis} start={start} />
            </div>
            <AttachWizard
              graph={model.graph}
              jobId={freshId}
              diagnosis={model.diagnosis}
              start={start}
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
  return (
    <div className="vm-networks-attach__notices">
      <Waiting label={t('Loading the networks of the cluster')} />
    </div>
  );
};

export default AttachPage;
