/** The badge with a kind's abbreviation. */
import type { ResourceIconProps } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';
import { parseKindReference } from './resourcePath';
import { useModel } from './useModel';

export function ResourceIcon({ className, groupVersionKind, kind }: ResourceIconProps) {
  const gvk = groupVersionKind ?? (kind ? parseKindReference(kind) : undefined);
  const model = useModel(gvk);
  if (!gvk) return null;
  return (
    <span className={`dev-console-resource-icon ${className ?? ''}`} title={gvk.kind}>
      {model?.abbr ?? gvk.kind.replace(/[^A-Z]/g, '').slice(0, 4)}
    </span>
  );
}
