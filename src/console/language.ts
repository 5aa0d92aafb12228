/**
 * The language that the console shows, as Intl wants it. The console sets it in its translation, and not on
 * `<html lang>` in every version.
 */
import { getI18n } from 'react-i18next';

const instance = (): { readonly language?: string } | undefined => getI18n();

/** A browser may call its language `en-US@posix` or the like, at which Intl throws instead of answering. */
const isKnown = (language: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
};

/** A BCP 47 tag such as `ja`; undefined, the browser's own, where no translation runs. */
export const currentLanguage = (): string | undefined => {
  const language = instance()?.language;
  if (language === undefined || language === '') return undefined;
  // The pseudo-locale of tests is none that Intl knows.
  return isKnown(language) ? language : undefined;
};

let known:
  { readonly language: string | undefined; readonly format: Intl.NumberFormat } | undefined;

/** A number as the language writes it. Making a format costs far more than using one. */
export const formatNumber = (value: number): string => {
  const language = currentLanguage();
  if (known === undefined || known.language !== language) {
    known = { language, format: new Intl.NumberFormat(language) };
  }
  return known.format.format(value);
};
