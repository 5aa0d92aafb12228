/** A link to a resource's page with its kind's badge. */
import { Link } from '../line/router';
import type { ResourceLinkProps } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';
import { ResourceIcon } from './ResourceIcon';
import { parseKindReference, resourcePath } from './resourcePath';

export function ResourceLink(props: ResourceLinkProps) {
  const { kind, groupVersionKind, name, namespace, displayName, dataTest } = props;
  const {
    className,
    inline,
    linkTo = true,
    hideIcon,
    title,
    onClick,
    nameSuffix,
    children,
  } = props;
  const gvk = groupVersionKind ?? (kind ? parseKindReference(kind) : undefined);
  if (!gvk) return null;
  const text = displayName ?? name ?? '';
  const Wrapper = inline ? 'span' : 'div';
  return (
    <Wrapper className={`dev-console-resource-link ${className ?? ''}`}>
      {!hideIcon && <ResourceIcon groupVersionKind={gvk} />}
      {linkTo && name ? (
        <Link
          to={resourcePath(gvk, name, namespace)}
          title={title ?? ''}
          data-test={dataTest ?? name}
          data-test-id={name}
          {...(onClick ? { onClick } : {})}
        >
          {text}
          {nameSuffix}
        </Link>
      ) : (
        <span data-test={dataTest ?? name}>
          {text}
          {nameSuffix}
        </span>
      )}
      {children}
    </Wrapper>
  );
}
