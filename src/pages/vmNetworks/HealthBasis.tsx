/** What a clean bill of health rests on: how much of each kind was read, and what could not be. */
import type { FC } from 'react';
import { List, ListItem } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { Text } from '../../cluster/text';
import type { KindKey, Snapshot } from '../../cluster/snapshot';
import { isKnown, whyUnknown } from '../../network/evidence';
import { KIND_NAMES } from './kindNames';

export const HealthBasis: FC<{ readonly snapshot: Snapshot }> = ({ snapshot }) => {
  const t = useT();
  const sentence = useText();
  const kinds = Object.entries(KIND_NAMES) as [KindKey, Text][];
  return (
    <List isPlain className="vm-networks-page__basis">
      {kinds.map(([kind, name]) => {
        const listing = snapshot[kind];
        return (
          <ListItem key={kind}>
            {isKnown(listing)
              ? t('{{kind}}: {{total}} read', { kind: sentence(name), total: listing.items.size })
              : t('{{kind}}: {{reason}}', {
                  kind: sentence(name),
                  reason: sentence(whyUnknown(kind, listing)),
                })}
          </ListItem>
        );
      })}
    </List>
  );
};
