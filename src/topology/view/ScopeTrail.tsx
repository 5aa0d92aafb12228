/** Where one is: the whole cluster, profile, node, network, VM; each step back is a click. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Breadcrumb, BreadcrumbItem, Button } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { scopeTrail } from '../model/scopeTrail';

interface ScopeTrailProps {
  readonly graph: NetworkGraph;
  readonly scope: string;
  readonly onScope: (scope: string) => void;
}

export const ScopeTrail: FC<ScopeTrailProps> = ({ graph, scope, onScope }) => {
  const t = useT();
  const sentence = useText();
  const crumbs = useMemo(() => scopeTrail(graph, scope), [graph, scope]);
  if (crumbs.length === 0) return null;
  return (
    <Breadcrumb aria-label={t('What is shown')} data-test="scope-trail">
      <BreadcrumbItem>
        <Button variant="link" isInline onClick={() => onScope('')}>
          {t('Whole cluster')}
        </Button>
      </BreadcrumbItem>
      {crumbs.map((crumb, index) => {
        const title = sentence(crumb.title);
        const isLast = index === crumbs.length - 1;
        return (
          <BreadcrumbItem key={crumb.scope} isActive={isLast}>
            {isLast ? (
              title
            ) : (
              <Button variant="link" isInline onClick={() => onScope(crumb.scope)}>
                {title}
              </Button>
            )}
          </BreadcrumbItem>
        );
      })}
    </Breadcrumb>
  );
};
