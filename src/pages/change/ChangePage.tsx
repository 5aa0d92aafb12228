/**
 * `/vm-networks/change`: detach NICs, move them to another network, clone a network, or remove one, a bridge
 * or a mapping. First who and what is concerned, then every step as it will be written, then the job.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { Button, Content, PageSection, Title } from '@patternfly/react-core';
import { Link, useNavigate, useSearchParams } from '../../console/router';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Plan } from '../../plan/model';
import { usersOfTarget } from '../../plan/removalTarget';
import '../attach/attach.css';
import { newJobId } from '../attach/attachForm';
import { GuardList } from '../attach/GuardList';
import { startJob } from '../attach/jobStore';
import { jobLink } from '../jobs/jobLinks';
import { networkModelStore } from '../networkModel/networkModelStore';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { draftOf } from './changeDraft';
import type { KnownChange } from './changeDraft';
import { changeOf } from './changeOf';
import type { Change } from './changeOf';
import { CloneForm } from './CloneForm';
import { Chosen, Users } from './ChangeSubjects';
import { ChangeSteps } from './ChangeSteps';
import { TargetSelect } from './TargetSelect';
import { useChangeReview } from './useChangeReview';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

const ChangePage: FC = () => {
  const t = useT();
  const [params] = useSearchParams();
  const { graph, isComplete } = useNetworkModel();
  const query = params.toString();
  const change = useMemo(() => changeOf(new URLSearchParams(query)), [query]);
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{titleOf(change, t)}</Title>
        <Content component="p">
          {t('Nothing is written before you confirm, and what is written can be taken back.')}
        </Content>
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        {change.type === 'unknown' ? (
          <Notice isInline variant="warning" title={t('This link does not say what to change.')}>
            <Link to="/vm-networks">{t('Back to VM Networks')}</Link>
          </Notice>
        ) : graph === undefined || !isComplete ? (
          <Waiting label={t('Loading the networks of the cluster')} />
        ) : change.type === 'clone' ? (
          <CloneForm key={query} network={change.network} graph={graph} />
        ) : (
          <ChangeForm key={query} change={change} graph={graph} />
        )}
      </PageSection>
    </>
  );
};

const titleOf = (change: Change, t: ReturnType<typeof useT>): string => {
  switch (change.type) {
    case 'detach':
      return t('Detach from a network');
    case 'move':
      return t('Move to another network');
    case 'clone':
      return t('Clone a network with changes');
    case 'remove':
      return removeTitle(change.target.type, t);
    case 'unknown':
      return t('Change');
  }
};

const removeTitle = (
  type: (Change & { readonly type: 'remove' })['target']['type'],
  t: ReturnType<typeof useT>,
): string => {
  const titles = {
    network: t('Remove a network'),
    nad: t('Remove a NAD'),
    bridge: t('Remove a bridge'),
    localnet: t('Remove a bridge mapping'),
  };
  return titles[type];
};

interface ChangeFormProps {
  readonly change: KnownChange;
  readonly graph: NetworkGraph;
}

const ChangeForm: FC<ChangeFormProps> = ({ change, graph }) => {
  const t = useT();
  const navigate = useNavigate();
  const [jobId] = useState(() => newJobId(Date.now(), Math.random()));
  // The review is of one moment; what changes afterwards is found by the tests in the patches.
  const [reviewed] = useState(graph);
  const [nad, setNad] = useState('');
  const { draft, guards } = useMemo(
    () => draftOf(change, reviewed, jobId, nad),
    [change, reviewed, jobId, nad],
  );
  const review = useChangeReview(draft);
  const isBlocked = guards.some(({ level }) => level === 'block');
  const canApply =
    !isBlocked &&
    review.state === 'ready' &&
    review.refused?.size === 0 &&
    review.plan.steps.length > 0;
  const apply = (plan: Plan): void => {
    startJob(plan, networkModelStore);
    void navigate(jobLink(plan.jobId), { replace: true });
  };
  return (
    <div className="vm-networks-attach__review">
      {change.type === 'remove' ? (
        <Users users={usersOfTarget(reviewed, change.target)} />
      ) : (
        <Chosen nics={change.nics} />
      )}
      {change.type === 'move' ? (
        <TargetSelect graph={reviewed} nics={change.nics} value={nad} onChange={setNad} />
      ) : null}
      <GuardList guards={guards} />
      {draft === undefined ? null : <ChangeSteps review={review} />}
      <div>
        <Button
          variant={change.type === 'move' ? 'primary' : 'danger'}
          isDisabled={!canApply}
          onClick={() => {
            if (review.state === 'ready') apply(review.plan);
          }}
        >
          {change.type === 'move'
            ? t('Move')
            : change.type === 'detach'
              ? t('Detach')
              : t('Remove')}
        </Button>{' '}
        <Button variant="link" onClick={() => void navigate('/vm-networks')}>
          {t('Cancel')}
        </Button>
      </div>
    </div>
  );
};

export default ChangePage;
