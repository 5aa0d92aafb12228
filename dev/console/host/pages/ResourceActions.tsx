/**
 * The menu of actions that plugins add for the kind of an object (`console.action/resource-provider`). As in
 * the console, a provider is a hook, and an action that its access review denies is shown disabled.
 */
import { useCallback, useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { isResourceActionProvider, useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type {
  Action,
  ExtensionHook,
  K8sModel,
  K8sResourceCommon,
} from '@openshift-console/dynamic-plugin-sdk';
import { useNavigate } from '../line/router';
import { useResolvedExtensions } from '../provided/useResolvedExtensions';

interface ResourceActionsProps {
  readonly model: K8sModel;
  readonly resource: K8sResourceCommon;
}

type Provider = ExtensionHook<Action[]>;

interface ActionItemProps {
  readonly action: Action;
}

function ReviewedItem({ action }: ActionItemProps) {
  const [isAllowed, isPending] = useAccessReview(action.accessReview ?? {});
  return <PlainItem action={{ ...action, disabled: !isAllowed || isPending }} />;
}

function PlainItem({ action }: ActionItemProps) {
  const navigate = useNavigate();
  const { cta, id, label, description, disabled = false } = action;
  return (
    <DropdownItem
      description={description}
      isDisabled={disabled}
      data-test-action={id}
      onClick={() => {
        if (typeof cta === 'function') cta();
        else void navigate(cta.href);
      }}
    >
      {label}
    </DropdownItem>
  );
}

/** One provider's items: a component each, because a provider is a hook. */
function ProvidedItems({
  useProvider,
  resource,
}: {
  readonly useProvider: Provider;
  readonly resource: K8sResourceCommon;
}) {
  const [actions] = useProvider(resource);
  return (
    <>
      {actions.map((action) =>
        action.accessReview ? (
          <ReviewedItem key={action.id} action={action} />
        ) : (
          <PlainItem key={action.id} action={action} />
        ),
      )}
    </>
  );
}

export function ResourceActions({ model, resource }: ResourceActionsProps) {
  const [isOpen, setOpen] = useState(false);
  const [extensions] = useResolvedExtensions(isResourceActionProvider);
  const providers = extensions.filter(({ properties }) => {
    const wanted = properties.model as K8sModel & { readonly group?: string; version?: string };
    return (
      wanted.kind === model.kind &&
      (wanted.group ?? '') === (model.apiGroup ?? '') &&
      wanted.version === model.apiVersion
    );
  });
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  if (providers.length === 0) return null;
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={close}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          data-test="actions-menu-button"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          Actions
        </MenuToggle>
      )}
    >
      <DropdownList>
        {providers.map(({ uid, properties }) => (
          <ProvidedItems
            key={uid}
            useProvider={properties.provider as Provider}
            resource={resource}
          />
        ))}
      </DropdownList>
    </Dropdown>
  );
}
