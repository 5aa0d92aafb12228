/** A health as one word. */
import type { Translate } from '../../console/translation';

/** @param state a health; a word that is none stands for itself, as a URL may hold anything */
export const stateName = (state: string, t: Translate): string => {
  switch (state) {
    case 'ok':
      return t('OK');
    case 'warning':
      return t('Warning');
    case 'broken':
      return t('Broken');
    case 'unknown':
      return t('Unknown');
    default:
      return state;
  }
};
