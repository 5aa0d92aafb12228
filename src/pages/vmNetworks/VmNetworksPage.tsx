/**
 * `/vm-networks` and everything below it: the picture, the list of networks, the problems, and the
 * wizard, which is loaded when it is opened.
 */
import { Suspense, lazy } from 'react';
import type { FC } from 'react';
import { PageSection, Spinner } from '@patternfly/react-core';
import { DocumentTitle } from '../../console/DocumentTitle';
import { Route, Routes } from '../../console/router';
import { useT } from '../../console/translation';
import { TopologyView } from '../../topology/view/TopologyView';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { NetworksTab } from './NetworksTab';
import { PageFrame } from './PageFrame';
import { ProblemsTab } from './ProblemsTab';
import './vmNetworks.css';

const AttachPage = lazy(() => import('../attach/AttachPage'));

const Waiting: FC = () => {
  const t = useT();
  return (
    <PageSection>
      <Spinner aria-label={t('Loading')} />
    </PageSection>
  );
};

const VmNetworksPage: FC = () => {
  const t = useT();
  return (
    <ErrorBoundary>
      <DocumentTitle>{t('VM Networks')}</DocumentTitle>
      <Routes>
        <Route
          path="/vm-networks/attach"
          element={
            <Suspense fallback={<Waiting />}>
              <AttachPage />
            </Suspense>
          }
        />
        <Route
          path="/vm-networks/list"
          element={<PageFrame tab="list">{({ graph }) => <NetworksTab graph={graph} />}</PageFrame>}
        />
        <Route
          path="/vm-networks/problems"
          element={
            <PageFrame tab="problems">
              {({ diagnosis }) => <ProblemsTab diagnosis={diagnosis} />}
            </PageFrame>
          }
        />
        <Route
          path="/vm-networks"
          element={
            <PageFrame tab="topology">
              {({ graph, diagnosis }) => <TopologyView graph={graph} diagnosis={diagnosis} />}
            </PageFrame>
          }
        />
      </Routes>
    </ErrorBoundary>
  );
};

export default VmNetworksPage;
