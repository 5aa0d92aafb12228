/**
 * A search field with a list of what fits below it: arrow keys walk the list, Enter chooses, Escape
 * closes. What fits is up to the caller.
 */
import { useState } from 'react';
import type { FC, KeyboardEvent, Ref } from 'react';
import { SearchInput } from '@patternfly/react-core';
import type { SearchInputProps } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import { useUniqueId } from '../../ui/useUniqueId';

export interface ComboOption {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the name; '' for nothing. */
  readonly note: string;
}

interface ComboBoxProps {
  readonly label: string;
  /** Name of the list, said to screen readers. */
  readonly listLabel: string;
  readonly placeholder: string;
  readonly query: string;
  readonly options: readonly ComboOption[];
  /** The option that Enter chooses, counted from 0. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (index: number) => void;
  /** Enter while the list is closed. */
  readonly onEnterClosed?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly count?: Pick<SearchInputProps, 'resultsCount' | 'onNextClick' | 'onPreviousClick'>;
}

export const ComboBox: FC<ComboBoxProps> = (props) => {
  const { options, active, query } = props;
  const t = useT();
  const listId = useUniqueId();
  const [isOpen, setOpen] = useState(false);
  const isListed = isOpen && options.length > 0;
  const choose = (index: number): void => {
    setOpen(false);
    props.onChoose(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : options.length - 1;
      if (options.length > 0 && isListed) props.onActive((active + step) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isListed && active < options.length) choose(active);
      else props.onEnterClosed?.();
    } else if (event.key === 'Escape' && isListed) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div
      className="vm-networks-combo"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <SearchInput
        ref={props.inputRef}
        aria-label={props.label}
        placeholder={props.placeholder}
        resetButtonLabel={t('Clear')}
        previousNavigationButtonAriaLabel={t('Previous')}
        nextNavigationButtonAriaLabel={t('Next')}
        value={query}
        {...props.count}
        onChange={(_event, value) => {
          props.onQuery(value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onClear={() => props.onQuery('')}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={isListed}
        aria-controls={listId}
        aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={props.listLabel}
        className="vm-networks-combo__list"
        hidden={!isListed}
      >
        {options.map(({ id, name, note }, index) => (
          <li
            key={id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={`vm-networks-combo__option${index === active ? ' vm-networks-combo__option--active' : ''}`}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
            onKeyDown={onKeyDown}
          >
            <span>{name}</span> <small className="vm-networks-combo__note">{note}</small>
          </li>
        ))}
      </ul>
    </div>
  );
};
