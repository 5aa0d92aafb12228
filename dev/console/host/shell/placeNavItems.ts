/**
 * Puts the items that plugins add among a section's own, where `insertBefore` and `insertAfter` say; the
 * first id that is there decides, `insertBefore` goes before `insertAfter`, and without either an item
 * comes last (console-extensions.md, console.navigation/*).
 */
import type { NavEntry } from './hostNavItems';

function indexOfFirst(items: readonly NavEntry[], ids: string | readonly string[] | undefined) {
  const wanted = typeof ids === 'string' ? [ids] : (ids ?? []);
  for (const id of wanted) {
    const index = items.findIndex((item) => item.id === id);
    if (index >= 0) return index;
  }
  return undefined;
}

/** @returns a new list; neither argument is changed */
export function placeNavItems(own: readonly NavEntry[], added: readonly NavEntry[]): NavEntry[] {
  const placed = [...own];
  for (const item of added) {
    const before = indexOfFirst(placed, item.insertBefore);
    const after = indexOfFirst(placed, item.insertAfter);
    placed.splice(before ?? (after === undefined ? placed.length : after + 1), 0, item);
  }
  return placed;
}
