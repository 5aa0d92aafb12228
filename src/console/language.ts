/**
 * The language that the console shows, as Intl wants it. The console sets it in its translation, and not on
 * `<html lang>` in every version.
 */
import { getI18n } from 'react-i18next';

const instance = (): { readonly language?: string } | undefined => getI18n();

/** A BCP 47 tag such as `ja`; undefined, the browser's own, where no translation runs. */
export const currentLanguage = (): string | undefined => {
  const language = instance()?.language;
  if (language === undefined || language === '') return undefined;
  // The pseudo-locale of tests is none that Intl knows.
  return Intl.NumberFormat.supportedLocalesOf(language).length > 0 ? language : undefined;
};
