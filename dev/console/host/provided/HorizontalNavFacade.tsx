/**
 * The tabs of a details page: the page's own, then those that plugins add for this object's kind
 * (`console.tab/horizontalNav`, matched by exact group, version and kind) or for this place
 * (`console.tab`). The tab is the first path segment after the page's route.
 */
import { Suspense, useMemo } from 'react';
import type { ComponentType } from 'react';
import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import {
  isHorizontalNavTab,
  isTab,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/horizontal-nav-tabs';
import type {
  HorizontalNavProps,
  K8sResourceCommon,
  NavPage,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';
import { useLocation, useNavigate, useParams } from '../line/router';
import { HostErrorBoundary } from '../shell/HostErrorBoundary';
import { usePluginComponent } from '../shell/usePluginComponent';
import { useHostExtensions } from './useHostExtensions';

interface TabContentProps {
  readonly obj?: K8sResourceCommon | undefined;
  readonly params?: unknown;
  readonly customData?: unknown;
}

interface NavTab {
  readonly href: string;
  readonly name: string;
  readonly component: ComponentType<TabContentProps>;
}

interface Model {
  readonly group?: string;
  readonly version: string;
  readonly kind: string;
}

function apiVersionOf({ group, version }: Model) {
  return group && group !== 'core' ? `${group}/${version}` : version;
}

type Load = () => Promise<ComponentType<TabContentProps>>;

function PluginTab({ load, ...props }: TabContentProps & { readonly load: Load }) {
  const Component = usePluginComponent(load);
  return Component ? <Component {...props} /> : null;
}

function pluginTab(name: string, href: string, load: Load): NavTab {
  return { name, href, component: (props) => <PluginTab load={load} {...props} /> };
}

/** The tabs plugins add, by name, as the console sorts them. */
function usePluginTabs(resource: K8sResourceCommon | undefined, contextId: string | undefined) {
  const resourceTabs = useHostExtensions(isHorizontalNavTab);
  const contextTabs = useHostExtensions(isTab);
  // Not the object itself: its every update would remount the tabs.
  const apiVersion = resource?.apiVersion;
  const kind = resource?.kind;
  return useMemo(() => {
    const forKind = resourceTabs
      .filter(
        ({ properties: { model } }) => model.kind === kind && apiVersionOf(model) === apiVersion,
      )
      .map(({ properties: { page, component } }) =>
        pluginTab(page.name, page.href, component as Load),
      );
    const forPlace = contextTabs
      .filter(({ properties }) => properties.contextId === contextId)
      .map(({ properties: { name, href, component } }) => pluginTab(name, href, component as Load));
    return [...forKind, ...forPlace].sort((a, b) => a.name.localeCompare(b.name));
  }, [resourceTabs, contextTabs, apiVersion, kind, contextId]);
}

export function HorizontalNavFacade(props: HorizontalNavProps) {
  const { resource, pages, customData, contextId } = props;
  const params = useParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const pluginTabs = usePluginTabs(resource, contextId);
  const tabs: NavTab[] = [
    ...pages.map((page: NavPage) => ({
      href: page.href ?? page.path ?? '',
      name: page.name,
      component: page.component as ComponentType<TabContentProps>,
    })),
    ...pluginTabs,
  ];

  const rest = params['*'] ?? '';
  const base = (rest === '' ? pathname : pathname.slice(0, -rest.length)).replace(/\/$/, '');
  const wanted = rest.split('/')[0] ?? '';
  const active = tabs.find((tab) => tab.href === wanted) ?? tabs[0];
  if (!active) return null;
  const Active = active.component;
  const content = (
    <HostErrorBoundary>
      <Suspense fallback={null}>
        <Active obj={resource} params={params} customData={customData} />
      </Suspense>
    </HostErrorBoundary>
  );
  return (
    <Tabs
      activeKey={active.href}
      onSelect={(_event, href) => void navigate(`${base}/${href}${search}`)}
      aria-label="Resource tabs"
      role="region"
      inset={{ default: 'insetMd' }}
      mountOnEnter
      unmountOnExit
    >
      {tabs.map((tab) => (
        <Tab
          key={tab.href}
          eventKey={tab.href}
          title={<TabTitleText>{tab.name}</TabTitleText>}
          data-test={`horizontal-link-${tab.name}`}
        >
          {tab === active && content}
        </Tab>
      ))}
    </Tabs>
  );
}
