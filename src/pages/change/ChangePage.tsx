/**
 * `/vm-networks/change`: detach NICs, move them to another network, clone a network, or remove one, a bridge
 * or a mapping. First who and what is concerned, then every step as it will be written, then the job.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { Content, PageSection, Title } from '@patternfly/react-core';
import { Link, useNavigate, useSearchParams } from '../../console/router';
import { useT } from '../../console/translation';
import { usersOfTarget } from '../../plan/removalTarget';
import '../attach/attach.css';
import { newJobId } from '../attach/attachForm';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { PlanReview } from '../review/PlanReview';
import type { ReviewedCluster } from '../review/usePlanReview';
import { draftOf } from './changeDraft';
import type { KnownChange } from './changeDraft';
import { changeOf } from './changeOf';
import type { Change } from './changeOf';
import { CloneForm } from './CloneForm';
import { Chosen, Users } from './ChangeSubjects';
import { TargetSelect } from './TargetSelect';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

const ChangePage: FC = () => {
  const t = useT();
  const [params] = useSearchParams();
  const { graph, diagnosis, isComplete } = useNetworkModel();
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
        ) : graph === undefined || diagnosis === undefined || !isComplete ? (
          <Waiting label={t('Loading the networks of the cluster')} />
        ) : change.type === 'clone' ? (
          <CloneForm key={query} id={change.id} cluster={{ graph, diagnosis }} />
        ) : (
          <ChangeForm key={query} change={change} cluster={{ graph, diagnosis }} />
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
  readonly cluster: ReviewedCluster;
}

const ChangeForm: FC<ChangeFormProps> = ({ change, cluster }) => {
  const t = useT();
  const navigate = useNavigate();
  const [jobId] = useState(() => newJobId(Date.now(), Math.random()));
  // The review is of one moment; what changes afterwards is found by the tests in the patches.
  const [on] = useState(cluster);
  const { graph } = on;
  const [nad, setNad] = useState('');
  const { draft, guards } = useMemo(
    () => draftOf(change, graph, jobId, nad),
    [change, graph, jobId, nad],
  );
  const actions = { move: t('Move'), detach: t('Detach'), remove: t('Remove') };
  return (
    <div className="vm-networks-attach__review">
      {change.type === 'remove' ? (
        <Users users={usersOfTarget(graph, change.target)} />
      ) : (
        <Chosen nics={change.nics} />
      )}
      {change.type === 'move' ? (
        <TargetSelect graph={graph} nics={change.nics} value={nad} onChange={setNad} />
      ) : null}
      <PlanReview
        on={on}
        draft={draft}
        guards={guards}
        action={actions[change.type]}
        variant={change.type === 'move' ? 'primary' : 'danger'}
        back={{ label: t('Cancel'), onClick: () => void navigate('/vm-networks') }}
      />
    </div>
  );
};

export default ChangePage;
