/** The page around everything: providers, masthead, navigation and the routed content. */
import { Suspense } from 'react';
import { Page, PageSidebar, PageSidebarBody, Spinner } from '@patternfly/react-core';
import { PluginStoreProvider } from '@openshift/dynamic-plugin-sdk';
import type { PluginStore } from '@openshift/dynamic-plugin-sdk';
import { ModalProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/ModalProvider';
import { OverlayProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/OverlayProvider';
import { Provider } from 'react-redux';
import { BrowserRouter } from '../line/router';
import { serverFlags } from '../boot/serverFlags';
import { NamespaceProvider } from '../provided/namespace';
import { PerspectiveProvider } from '../provided/perspective';
import type { HostStore } from '../store/createHostStore';
import { AppRoutes } from './AppRoutes';
import { ClusterBanner } from './ClusterBanner';
import { FlagHookProviders } from './FlagHookProviders';
import { HostMasthead } from './HostMasthead';
import { HostNav } from './HostNav';

interface AppProps {
  readonly store: HostStore;
  readonly plugins: PluginStore;
}

const contentId = 'main-content';

function Shell() {
  return (
    <Page
      banner={<ClusterBanner />}
      masthead={<HostMasthead />}
      sidebar={
        <PageSidebar>
          <PageSidebarBody>
            <HostNav />
          </PageSidebarBody>
        </PageSidebar>
      }
      isManagedSidebar
      mainContainerId={contentId}
    >
      <Suspense fallback={<Spinner aria-label="Loading" />}>
        <AppRoutes />
      </Suspense>
    </Page>
  );
}

export function App({ store, plugins }: AppProps) {
  return (
    <Provider store={store}>
      <PluginStoreProvider store={plugins}>
        <BrowserRouter basename={serverFlags.basePath.replace(/\/$/, '')}>
          <PerspectiveProvider>
            <NamespaceProvider>
              <OverlayProvider>
                <ModalProvider>
                  <FlagHookProviders />
                  <Shell />
                </ModalProvider>
              </OverlayProvider>
            </NamespaceProvider>
          </PerspectiveProvider>
        </BrowserRouter>
      </PluginStoreProvider>
    </Provider>
  );
}
