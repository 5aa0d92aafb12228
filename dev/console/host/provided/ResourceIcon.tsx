/** The badge with a kind's abbreviation. */
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { ResourceIconProps } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';
import { parseKindReference } from './resourcePath';

export function ResourceIcon({ className, groupVersionKind, kind }: ResourceIconProps) {
  const gvk = groupVersionKind ?? (kind ? parseKindReference(kind) : undefined);
  const [model] = useK8sModel(gvk);
  if (!gvk) return null;
  return (
    <span className={`dev-console-resource-icon ${className ?? ''}`} title={gvk.kind}>
      {model?.abbr ?? gvk.kind.replace(/[^A-Z]/g, '').slice(0, 4)}
    </span>
  );
}
