/** A key that works from anywhere on the page, except where one types. */
import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

/** @param key as in `KeyboardEvent.key`: `/`, `n`, `N` */
export const useShortcut = (key: string, act: () => void): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isOurs = event.key === key && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isOurs || isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [key]);
};
