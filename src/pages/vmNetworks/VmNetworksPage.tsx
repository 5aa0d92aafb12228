/**
 * `/vm-networks` and everything below it: the picture, the list of networks, the problems, and the
 * wizard, which is loaded when it is opened.
 */
import { Suspense, lazy } from 'react';
import type { FC } from 'react';
import { EmptyState, EmptyStateBody, PageSection, Spinner } from '@patternfly/react-core';
import { DocumentTitle } from '../../console/DocumentTitle';
import { Link, useLocation } from '../../console/router';
import { useT } from '../../console/translation';
import { TopologyView } from '../../topology/view/TopologyView';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { NetworksTab } from './NetworksTab';
import { PageFrame } from './PageFrame';
import { ProblemsTab } from './ProblemsTab';
import { viewOfPath } from './viewOfPath';
import './vmNetworks.css';

const AttachPage = lazy(() => import('../attach/AttachPage'));

const VmNetworksPage: FC = () => {
  const t = useT();
  return (
    <ErrorBoundary>
      <DocumentTitle>{t('VM Networks')}</DocumentTitle>
      <CurrentView />
    </ErrorBoundary>
  );
};

const CurrentView: FC = () => {
  const { pathname } = useLocation();
  switch (viewOfPath(pathname)) {
    case 'topology':
      return (
        <PageFrame tab="topology">
          {({ graph, diagnosis }) => <TopologyView graph={graph} diagnosis={diagnosis} />}
        </PageFrame>
      );
    case 'list':
      return (
        <PageFrame tab="list">
          {({ graph, diagnosis }) => <NetworksTab graph={graph} diagnosis={diagnosis} />}
        </PageFrame>
      );
    case 'problems':
      return (
        <PageFrame tab="problems">
          {({ diagnosis }) => <ProblemsTab diagnosis={diagnosis} />}
        </PageFrame>
      );
    case 'attach':
      return (
        <Suspense fallback={<Waiting />}>
          <AttachPage />
        </Suspense>
      );
    case 'unknown':
      return <NotHere />;
  }
};

const Waiting: FC = () => {
  const t = useT();
  return (
    <PageSection hasBodyWrapper={false}>
      <Spinner aria-label={t('Loading')} />
    </PageSection>
  );
};

const NotHere: FC = () => {
  const t = useT();
  return (
    <EmptyState titleText={t('There is no such page')} headingLevel="h1">
      <EmptyStateBody>
        <Link to="/vm-networks">{t('Back to VM Networks')}</Link>
      </EmptyStateBody>
    </EmptyState>
  );
};

export default VmNetworksPage;
