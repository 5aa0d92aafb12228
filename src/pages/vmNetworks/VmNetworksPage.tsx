/**
 * `/vm-networks` and everything below it: the picture, and what is loaded when it is opened: the list of
 * networks, the problems, the wizard, and the page of one network.
 */
import { Suspense, lazy } from 'react';
import type { FC } from 'react';
import { EmptyState, EmptyStateBody, PageSection } from '@patternfly/react-core';
import { DocumentTitle } from '../../console/DocumentTitle';
import { Link, useLocation } from '../../console/router';
import { useT } from '../../console/translation';
import { TopologyView } from '../../topology/view/TopologyView';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { PageFrame } from './PageFrame';
import { viewOfPath } from './viewOfPath';
import './vmNetworks.css';
import { Waiting } from '../../ui/Waiting';

const NetworksTab = lazy(async () => ({ default: (await import('./NetworksTab')).NetworksTab }));
const ProblemsTab = lazy(async () => ({ default: (await import('./ProblemsTab')).ProblemsTab }));
const AttachPage = lazy(() => import('../attach/AttachPage'));
const NetworkPage = lazy(() => import('../network/NetworkPage'));
const FixPage = lazy(() => import('../fix/FixPage'));
const ChangePage = lazy(() => import('../change/ChangePage'));
const ImportPage = lazy(() => import('../import/ImportPage'));
const JobsPage = lazy(() => import('../jobs/JobsPage'));

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
          {({ graph, diagnosis }) => (
            <Suspense fallback={<Loading />}>
              <NetworksTab graph={graph} diagnosis={diagnosis} />
            </Suspense>
          )}
        </PageFrame>
      );
    case 'problems':
      return (
        <PageFrame tab="problems">
          {({ graph, diagnosis, isComplete }) => (
            <Suspense fallback={<Loading />}>
              <ProblemsTab graph={graph} diagnosis={diagnosis} isComplete={isComplete} />
            </Suspense>
          )}
        </PageFrame>
      );
    case 'attach':
      return (
        <Suspense fallback={<WaitingPage />}>
          <AttachPage />
        </Suspense>
      );
    case 'network':
      return (
        <Suspense fallback={<WaitingPage />}>
          <NetworkPage />
        </Suspense>
      );
    case 'fix':
      return (
        <Suspense fallback={<WaitingPage />}>
          <FixPage />
        </Suspense>
      );
    case 'change':
      return (
        <Suspense fallback={<WaitingPage />}>
          <ChangePage />
        </Suspense>
      );
    case 'import':
      return (
        <Suspense fallback={<WaitingPage />}>
          <ImportPage />
        </Suspense>
      );
    case 'jobs':
      return (
        <Suspense fallback={<WaitingPage />}>
          <JobsPage />
        </Suspense>
      );
    case 'unknown':
      return <NotHere />;
  }
};

const Loading: FC = () => {
  const t = useT();
  return <Waiting label={t('Loading')} />;
};

const WaitingPage: FC = () => (
  <PageSection hasBodyWrapper={false}>
    <Loading />
  </PageSection>
);

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
