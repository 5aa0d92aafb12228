/** The navigation of the active perspective: the host's own sections with what plugins add to them. */
import { Nav, NavExpandable, NavItem, NavList } from '@patternfly/react-core';
import {
  isHrefNavItem,
  isNavSection,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/navigation';
import { Link, useLocation } from '../line/router';
import { useNamespace, allNamespaces } from '../provided/namespace';
import { usePerspective } from '../provided/perspective';
import { useHostExtensions } from '../provided/useHostExtensions';
import { hostNavSections } from './hostNavItems';
import type { NavEntry, NavSectionEntry } from './hostNavItems';
import { placeNavItems } from './placeNavItems';

interface PluginItem extends NavEntry {
  readonly section?: string | undefined;
}

/** Where an item leads once the active project is in it. */
function hrefInNamespace(
  href: string,
  namespace: string,
  scoped: { readonly namespaced?: boolean; readonly prefixNamespaced?: boolean },
) {
  const segment = namespace === allNamespaces ? 'all-namespaces' : `ns/${namespace}`;
  if (scoped.namespaced) return `${href}/${segment}`;
  if (scoped.prefixNamespaced) return `/k8s/${segment}/${href}`;
  return href;
}

function usePluginItems(perspective: string): PluginItem[] {
  const [namespace] = useNamespace();
  return useHostExtensions(isHrefNavItem)
    .filter(({ properties }) => (properties.perspective ?? 'admin') === perspective)
    .map(({ properties }) => ({
      ...properties,
      href: hrefInNamespace(properties.href, namespace, properties),
    }));
}

function useSections(perspective: string): NavSectionEntry[] {
  const added = useHostExtensions(isNavSection)
    .filter(({ properties }) => (properties.perspective ?? 'admin') === perspective)
    .map(({ properties }) => ({ id: properties.id, name: properties.name ?? '', items: [] }));
  return [...(hostNavSections[perspective] ?? []), ...added];
}

function isActive({ href, startsWith }: NavEntry, pathname: string) {
  if (pathname === href || pathname.startsWith(`${href}/`)) return true;
  return (startsWith ?? []).some((start) => pathname.startsWith(`/${start}`));
}

function NavEntryItem({
  entry,
  pathname,
}: {
  readonly entry: NavEntry;
  readonly pathname: string;
}) {
  return (
    <NavItem isActive={isActive(entry, pathname)} itemId={entry.id}>
      <Link to={entry.href} data-test="nav" {...entry.dataAttributes}>
        {entry.name}
      </Link>
    </NavItem>
  );
}

export function HostNav() {
  const { pathname } = useLocation();
  const [perspective] = usePerspective();
  const pluginItems = usePluginItems(perspective);
  const sections = useSections(perspective);
  return (
    <Nav aria-label="Navigation">
      <NavList>
        {sections.map((section) => {
          const items = placeNavItems(
            section.items,
            pluginItems.filter((entry) => entry.section === section.id),
          );
          const hasActive = items.some((entry) => isActive(entry, pathname));
          return (
            <NavExpandable
              key={section.id}
              title={section.name}
              isActive={hasActive}
              isExpanded={hasActive || section.id.startsWith('networking')}
              data-test={`nav-section-${section.id}`}
            >
              {items.map((entry) => (
                <NavEntryItem key={entry.id} entry={entry} pathname={pathname} />
              ))}
            </NavExpandable>
          );
        })}
        {pluginItems
          .filter((entry) => entry.section === undefined)
          .map((entry) => (
            <NavEntryItem key={entry.id} entry={entry} pathname={pathname} />
          ))}
      </NavList>
    </Nav>
  );
}
