/** What the three views share: title, primary action, tabs, loading progress, and what is missing. */
import { Suspense, lazy } from 'react';
import type { FC, ReactNode } from 'react';
import { Badge, Content, PageSection, Title } from '@patternfly/react-core';
import { Link, useNavigate } from '../../console/router';
import { useT } from '../../console/translation';
import { ATTACH_PATH } from '../../plan/attachPath';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { PageHead } from '../../ui/PageHead';
import { PageTabs } from '../../ui/PageTabs';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { LoadingProgress } from './LoadingProgress';
import { Waiting } from '../../ui/Waiting';

const IncompleteJobs = lazy(() => import('../jobs/IncompleteJobs'));
const PageNotices = lazy(() => import('./PageNotices'));

type TabKey = 'topology' | 'list' | 'problems';

const PATHS: Readonly<Record<TabKey, string>> = {
  topology: '/vm-networks',
  list: '/vm-networks/list',
  problems: '/vm-networks/problems',
};

/** The part of the page that the tabs exchange. */
const VIEW_ID = 'vm-networks-view';

interface Known {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  /** False while a first list is under way: what is not there yet may still come. */
  readonly isComplete: boolean;
}

interface PageFrameProps {
  readonly tab: TabKey;
  readonly children: (known: Known) => ReactNode;
}

export const PageFrame: FC<PageFrameProps> = ({ tab, children }) => {
  const t = useT();
  const navigate = useNavigate();
  const { graph, diagnosis, snapshot, isComplete } = useNetworkModel();
  const headlines =
    diagnosis?.findings.filter(
      (finding) => finding.severity !== 'info' && finding.causedBy.length === 0,
    ).length ?? 0;
  return (
    <>
      <PageHead
        actions={[
          <Link key="jobs" to="/vm-networks/jobs">
            {t('Jobs')}
          </Link>,
          <Link key="attach" className="pf-v6-c-button pf-m-primary" to={ATTACH_PATH}>
            {t('Attach a VM to a VLAN')}
          </Link>,
        ]}
      >
        <Title headingLevel="h1">{t('VM Networks')}</Title>
        <Content component="p">
          {t('How VLANs reach virtual machines, from the switch port to the NIC.')}
        </Content>
      </PageHead>
      <PageTabs
        tabs={[
          { key: 'topology', title: t('Topology') },
          { key: 'list', title: t('Networks') },
          { key: 'problems', title: <ProblemsTitle headlines={headlines} /> },
        ]}
        active={tab}
        label={t('Views of the VM networks')}
        contentId={VIEW_ID}
        onSelect={(key) => void navigate(PATHS[key as TabKey])}
      />
      <PageSection hasBodyWrapper={false} isFilled id={VIEW_ID} className="vm-networks-page__body">
        <LoadingProgress snapshot={snapshot} isComplete={isComplete} />
        <Suspense fallback={null}>
          <IncompleteJobs isReady={isComplete} />
        </Suspense>
        <Suspense fallback={null}>
          <PageNotices snapshot={snapshot} />
        </Suspense>
        {graph === undefined || diagnosis === undefined || isEmpty(graph, isComplete) ? (
          <Waiting label={t('Loading the networks of the cluster')} />
        ) : (
          children({ graph, diagnosis, isComplete })
        )}
      </PageSection>
    </>
  );
};

const ProblemsTitle: FC<{ readonly headlines: number }> = ({ headlines }) => {
  const t = useT();
  return (
    <>
      {t('Problems')}{' '}
      {headlines > 0 ? <Badge screenReaderText={t('problems')}>{headlines}</Badge> : null}
    </>
  );
};

/** Before the first list has come an empty graph says nothing. */
const isEmpty = (graph: NetworkGraph, isComplete: boolean): boolean =>
  !isComplete && graph.nodes.size + graph.vms.size + graph.networks.size === 0;
