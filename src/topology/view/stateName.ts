/** A health as one word. */
import type { Translate } from '../../console/translation';

/** @param state a health; a word that is none stands for itself, as a URL may hold anything */
export const stateName = (state: string, t: Translate): string => {
  const names: Readonly<Record<string, string>> = {
    ok: t('OK'),
    warning: t('Warning'),
    broken: t('Broken'),
    unknown: t('Unknown'),
  };
  return Object.hasOwn(names, state) ? (names[state] ?? state) : state;
};
