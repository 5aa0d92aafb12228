/** The create button of list pages in its four forms. Without the right to create there is no button. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import type {
  CreateWithPermissionsProps,
  ListPageCreateButtonProps,
  ListPageCreateDropdownProps,
  ListPageCreateLinkProps,
  ListPageCreateProps,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';
import { Link } from '../line/router';
import { allNamespaces, useNamespace } from './namespace';
import { parseKindReference } from './resourcePath';
import { useModel } from './useModel';
import { getReference } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';

/** Old plugins give a kind as a reference string. */
function toGvk(kind: string | K8sGroupVersionKind): K8sGroupVersionKind {
  return typeof kind === 'string' ? parseKindReference(kind) : kind;
}

interface GuardProps {
  readonly review: CreateWithPermissionsProps['createAccessReview'];
  readonly children: ReactNode;
}

function ReviewedCreate({
  review,
  children,
}: GuardProps & { review: NonNullable<GuardProps['review']> }) {
  const model = useModel(toGvk(review.groupVersionKind));
  const [isAllowed] = useAccessReview({
    verb: 'create',
    group: model?.apiGroup ?? '',
    resource: model?.plural ?? '',
    namespace: review.namespace ?? '',
  });
  return isAllowed ? <>{children}</> : null;
}

function CreateGuard({ review, children }: GuardProps) {
  if (!review) return <>{children}</>;
  return <ReviewedCreate review={review}>{children}</ReviewedCreate>;
}

export function ListPageCreateLink({ to, createAccessReview, children }: ListPageCreateLinkProps) {
  return (
    <CreateGuard review={createAccessReview}>
      <Button component={(props: object) => <Link {...props} to={to} />} data-test="item-create">
        {children}
      </Button>
    </CreateGuard>
  );
}

export function ListPageCreateButton(props: ListPageCreateButtonProps) {
  const { createAccessReview, children, ...buttonProps } = props;
  return (
    <CreateGuard review={createAccessReview}>
      <Button {...buttonProps} data-test="item-create">
        {children}
      </Button>
    </CreateGuard>
  );
}

export function ListPageCreateDropdown(props: ListPageCreateDropdownProps) {
  const { items, onClick, createAccessReview, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <CreateGuard review={createAccessReview}>
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={(_event, value) => {
          setOpen(false);
          onClick(String(value));
        }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            variant="primary"
            isExpanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
            data-test="item-create"
          >
            {children}
          </MenuToggle>
        )}
      >
        <DropdownList>
          {Object.entries(items).map(([key, text]) => (
            <DropdownItem key={key} value={key} data-test={`list-page-create-dropdown-item-${key}`}>
              {text}
            </DropdownItem>
          ))}
        </DropdownList>
      </Dropdown>
    </CreateGuard>
  );
}

export default function ListPageCreate(props: ListPageCreateProps) {
  const { groupVersionKind, children } = props;
  const [namespace] = useNamespace();
  const gvk = toGvk(groupVersionKind);
  const model = useModel(gvk);
  const inNamespace = namespace === allNamespaces ? 'default' : namespace;
  const scope = model?.namespaced ? `ns/${inNamespace}` : 'cluster';
  return (
    <ListPageCreateLink
      to={`/k8s/${scope}/${getReference(gvk)}/~new`}
      createAccessReview={{ groupVersionKind: gvk, namespace: inNamespace }}
    >
      {children}
    </ListPageCreateLink>
  );
}
