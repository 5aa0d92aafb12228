/** The project selector that pages put at their top, with room for what they add beside it. */
import { useMemo, useState } from 'react';
import {
  MenuToggle,
  PageSection,
  Select,
  SelectList,
  SelectOption,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon, NamespaceBarProps } from '@openshift-console/dynamic-plugin-sdk';
import { allNamespaces, useNamespace } from './namespace';

const namespaces = { groupVersionKind: { version: 'v1', kind: 'Namespace' }, isList: true };

function label(namespace: string) {
  return namespace === allNamespaces ? 'All Projects' : namespace;
}

export function NamespaceBar({ onNamespaceChange, isDisabled, children }: NamespaceBarProps) {
  const [active, setActive] = useNamespace();
  const [isOpen, setOpen] = useState(false);
  const [found] = useK8sWatchResource<K8sResourceCommon[]>(namespaces);
  const names = useMemo(
    () => [allNamespaces, ...found.map((item) => item.metadata?.name ?? '').sort()],
    [found],
  );
  const choose = (namespace: string) => {
    setOpen(false);
    onNamespaceChange?.(namespace);
    setActive(namespace);
  };
  return (
    <PageSection hasBodyWrapper={false} padding={{ default: 'noPadding' }}>
      <Toolbar inset={{ default: 'insetMd' }}>
        <ToolbarContent>
          <ToolbarItem>
            <Select
              isOpen={isOpen}
              onOpenChange={setOpen}
              onSelect={(_event, value) => {
                choose(String(value));
              }}
              selected={active}
              isScrollable
              toggle={(ref) => (
                <MenuToggle
                  ref={ref}
                  isDisabled={isDisabled ?? false}
                  isExpanded={isOpen}
                  onClick={() => {
                    setOpen(!isOpen);
                  }}
                  data-test="namespace-dropdown"
                >
                  Project: {label(active)}
                </MenuToggle>
              )}
            >
              <SelectList>
                {names.map((name) => (
                  <SelectOption key={name} value={name} data-test={`namespace-${name}`}>
                    {label(name)}
                  </SelectOption>
                ))}
              </SelectList>
            </Select>
          </ToolbarItem>
          {children}
        </ToolbarContent>
      </Toolbar>
    </PageSection>
  );
}
