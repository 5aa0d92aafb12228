/**
 * Finds a thing across all layers and goes there. `/` brings the cursor here from anywhere; the arrows
 * beside the count, and Enter once the list is closed, go from hit to hit.
 */
import { useMemo, useRef, useState } from 'react';
import type { FC } from 'react';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { formatCount } from '../../ui/formatCount';
import { ComboBox } from './ComboBox';
import { hitOf } from './hitOf';
import { kindName } from './kindName';
import { useFinder } from './useFinder';
import { useShortcut } from './useShortcut';

interface FindBoxProps {
  readonly graph: NetworkGraph;
  /** What the URL says was looked for. */
  readonly find: string;
  /** Called with what was looked for and the entity that was chosen. */
  readonly onFound: (find: string, entity: string) => void;
  readonly onClear: () => void;
}

const PER_LIST = 8;

export const FindBox: FC<FindBoxProps> = ({ graph, find, onFound, onClear }) => {
  const t = useT();
  const sentence = useText();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(find);
  const [active, setActive] = useState(0);
  const [hasChosen, setChosen] = useState(false);
  const finder = useFinder(graph, query);
  const hits = useMemo(() => finder?.findEntities(graph, query) ?? [], [finder, graph, query]);
  useShortcut('/', () => input.current?.focus());

  const at = Math.min(active, Math.max(0, hits.length - 1));
  const listStart = at - (at % PER_LIST);
  const options = hits.slice(listStart, listStart + PER_LIST).map((entity) => {
    const { id, kind, name, where } = hitOf(entity);
    return { id, name, note: t('{{kind}} {{where}}', { kind: sentence(kindName(kind)), where }) };
  });
  const goTo = (index: number): void => {
    const hit = hits[index];
    if (hit === undefined) return;
    setActive(index);
    setChosen(true);
    onFound(query, hit.id);
  };
  const step = (by: number): void => {
    if (hits.length > 0) goTo(hasChosen ? (at + by + hits.length) % hits.length : at);
  };
  const total = formatCount(hits.length);
  const count =
    query.trim() === '' || finder === undefined
      ? {}
      : {
          resultsCount:
            hits.length === 0 ? '0' : t('{{n}} of {{m}}', { n: formatCount(at + 1), m: total }),
          onNextClick: () => step(1),
          onPreviousClick: () => step(-1),
        };
  return (
    <ComboBox
      label={t('Find')}
      listLabel={t('Hits')}
      placeholder={t('VM, VLAN, address …')}
      inputRef={input}
      query={query}
      options={options}
      active={at - listStart}
      onActive={(index) => setActive(listStart + index)}
      onQuery={(next) => {
        setQuery(next);
        setActive(0);
        setChosen(false);
        if (next === '') onClear();
      }}
      onChoose={(index) => goTo(listStart + index)}
      onEnterClosed={() => step(1)}
      count={count}
    />
  );
};
