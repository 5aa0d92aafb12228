/**
 * Which lists are still coming, with counts, so that a large cluster is not mistaken for an empty one.
 * Lists of which nothing has come yet are not named: most clusters answer them in a blink.
 */
import type { FC } from 'react';
import { Label } from '@patternfly/react-core';
import { InProgressIcon } from '@patternfly/react-icons';
import { useText, useT } from '../../console/translation';
import type { KindKey, Snapshot } from '../../cluster/snapshot';
import { formatCount } from '../../ui/formatCount';
import { KIND_NAMES } from './kindNames';
import { Labels } from '../../ui/Labels';

interface LoadingProgressProps {
  readonly snapshot: Snapshot;
  readonly isComplete: boolean;
}

export const LoadingProgress: FC<LoadingProgressProps> = ({ snapshot, isComplete }) => {
  const t = useT();
  const sentence = useText();
  if (isComplete) return null;
  const kinds = (Object.keys(KIND_NAMES) as KindKey[]).filter(
    (kind) => snapshot[kind].onDemand !== true,
  );
  const loading = kinds.filter((kind) => snapshot[kind].state === 'loading');
  // Until anything has come the page says so as a whole.
  const isFirst = loading.every((kind) => snapshot[kind].items.size === 0);
  if (loading.length === 0 || (isFirst && loading.length === kinds.length)) return null;
  return (
    <Labels categoryName={t('Loading')} numLabels={12} aria-live="polite">
      {loading.map((kind) => {
        const { items, total } = snapshot[kind];
        const shownName = sentence(KIND_NAMES[kind]);
        return (
          <Label key={kind} isCompact variant="outline" icon={<InProgressIcon />}>
            {items.size === 0
              ? shownName
              : total === undefined
                ? t('{{kind}} {{loaded}}', { kind: shownName, loaded: formatCount(items.size) })
                : t('{{kind}} {{loaded}} of {{total}}', {
                    kind: shownName,
                    loaded: formatCount(items.size),
                    total: formatCount(total),
                  })}
          </Label>
        );
      })}
    </Labels>
  );
};
