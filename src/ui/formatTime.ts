/** A moment as people of the console's language write it, in the browser's time zone. */
import { currentLanguage } from '../console/language';

/** @param at milliseconds since the epoch */
export const formatTime = (at: number): string =>
  new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'medium' }).format(
    at,
  );
