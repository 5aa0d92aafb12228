/** Routes: the pages that plugins add, then the host's resource pages. `/` leads to the plugin's page. */
import type { ComponentType } from 'react';
import { isRoutePage } from '@openshift-console/dynamic-plugin-sdk';
import { Navigate, Route, Routes } from '../line/router';
import { NotFoundPage } from '../pages/NotFoundPage';
import { OverviewPage } from '../pages/OverviewPage';
import { ResourceCreatePage } from '../pages/ResourceCreatePage';
import { ResourceDetailsPage } from '../pages/ResourceDetailsPage';
import { ResourceListPage } from '../pages/ResourceListPage';
import { useHostExtensions } from '../provided/useHostExtensions';
import { HostErrorBoundary } from './HostErrorBoundary';
import { usePluginComponent } from './usePluginComponent';

type Load = () => Promise<ComponentType>;

function PluginPage({ load }: { readonly load: Load }) {
  const Component = usePluginComponent(load);
  return Component ? <Component /> : null;
}

function usePluginRoutes() {
  return useHostExtensions(isRoutePage).flatMap(({ uid, properties }) => {
    const { component, exact } = properties;
    const paths = typeof properties.path === 'string' ? [properties.path] : properties.path;
    return paths.map((path) => (
      <Route
        key={`${uid} ${path}`}
        path={exact ? path : `${path}/*`}
        element={
          <HostErrorBoundary key={uid}>
            <PluginPage load={component as Load} />
          </HostErrorBoundary>
        }
      />
    ));
  });
}

export function AppRoutes() {
  return (
    <Routes>
      {usePluginRoutes()}
      <Route path="/" element={<Navigate to="/vm-networks" replace />} />
      <Route path="/dashboards" element={<OverviewPage />} />
      <Route path="/k8s/all-namespaces/:plural" element={<ResourceListPage />} />
      <Route path="/k8s/cluster/:plural" element={<ResourceListPage />} />
      <Route path="/k8s/ns/:ns/:plural" element={<ResourceListPage />} />
      <Route path="/k8s/cluster/:plural/~new" element={<ResourceCreatePage />} />
      <Route path="/k8s/ns/:ns/:plural/~new" element={<ResourceCreatePage />} />
      <Route path="/k8s/cluster/:plural/:name/*" element={<ResourceDetailsPage />} />
      <Route path="/k8s/ns/:ns/:plural/:name/*" element={<ResourceDetailsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
