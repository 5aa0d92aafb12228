/** Finds a thing across all layers and goes there. `/` brings the cursor here from anywhere. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FC, KeyboardEvent } from 'react';
import { SearchInput } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { findEntities } from './findEntities';
import { kindName } from './kindIcon';

interface FindBoxProps {
  readonly graph: NetworkGraph;
  readonly onSelect: (entity: string) => void;
}

const SHOWN = 8;
const LIST_ID = 'vm-networks-find-hits';

export const FindBox: FC<FindBoxProps> = ({ graph, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const { hits, total } = useMemo(() => findEntities(graph, query, SHOWN), [graph, query]);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const choose = (id: string): void => {
    setOpen(false);
    onSelect(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : hits.length - 1;
      if (hits.length > 0) setActive((active + step) % hits.length);
    } else if (event.key === 'Enter') {
      const hit = hits[active];
      if (hit !== undefined) choose(hit.id);
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  };
  const isListed = isOpen && hits.length > 0;
  return (
    <div
      className="vm-networks-find"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <SearchInput
        ref={input}
        aria-label={t('Find')}
        placeholder={t('Find a VM, VLAN, NIC, address …')}
        value={query}
        resultsCount={query.trim() === '' ? undefined : total}
        onChange={(_event, value) => {
          setQuery(value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onClear={() => setQuery('')}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={isListed}
        aria-controls={LIST_ID}
        aria-activedescendant={isListed ? `${LIST_ID}-${active}` : undefined}
      />
      <ul
        id={LIST_ID}
        role="listbox"
        aria-label={t('Hits')}
        className="vm-networks-find__hits"
        hidden={!isListed}
      >
        {hits.map((hit, index) => (
          <li
            key={hit.id}
            id={`${LIST_ID}-${index}`}
            role="option"
            aria-selected={index === active}
            className={`vm-networks-find__hit${index === active ? ' vm-networks-find__hit--active' : ''}`}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(hit.id)}
            onKeyDown={onKeyDown}
          >
            <span>{hit.name}</span>{' '}
            <small className="vm-networks-find__where">
              {t('{{kind}} {{where}}', { kind: sentence(kindName(hit.kind)), where: hit.where })}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
};
