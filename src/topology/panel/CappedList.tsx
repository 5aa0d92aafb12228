/** A list that begins short and grows on demand: a bridge can have thousands of neighbours. */
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '@patternfly/react-core';
import { useT } from '../../console/translation';

const SHOWN_AT_FIRST = 10;
const SHOWN_PER_STEP = 100;

interface CappedListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
}

export const CappedList = <Item,>({
  items,
  keyOf,
  render,
}: CappedListProps<Item>): ReactElement => {
  const t = useT();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  return (
    <>
      <ul className="vm-networks-panel__list">
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{render(item)}</li>
        ))}
      </ul>
      {items.length > shown ? (
        <Button variant="link" isInline onClick={() => setShown(shown + SHOWN_PER_STEP)}>
          {t('{{more}} more', { more: items.length - shown })}
        </Button>
      ) : null}
    </>
  );
};
