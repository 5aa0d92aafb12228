/**
 * Which keys a locale file has to have. English sentences are the keys; one with a `{{count}}` has a key for
 * every plural form of the file's language, in i18next's way: `{{count}} VMs_one`, `{{count}} VMs_other`.
 * Forms are those of Intl.PluralRules: one and other in English, one, many and other in Spanish and French,
 * other alone in Japanese, Korean and Chinese.
 */
const COUNTED = /\{\{count\}\}/;

const placeholdersIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

/** @param language a folder of locales/, such as `fr` */
export const pluralForms = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** The keys of a file of `language`, for the sentences of the source. */
export const localeKeys = (sentences: Iterable<string>, language: string): readonly string[] => {
  const forms = pluralForms(language);
  return [...sentences].flatMap((sentence) =>
    COUNTED.test(sentence) ? forms.map((form) => `${sentence}_${form}`) : [sentence],
  );
};

/** The sentence behind a key, without the plural form. */
export const sentenceOf = (key: string): string =>
  COUNTED.test(key) ? key.replace(/_(zero|one|two|few|many|other)$/, '') : key;

/**
 * What is wrong with a locale file.
 * @param locale key to translation
 * @param sentences of the source
 * @returns one line per defect: a missing or unused key, an empty translation, a placeholder that the
 *   sentence has and the translation lacks (a form for one may leave the count out), or the other way round
 */
export const localeDefects = (
  locale: Readonly<Record<string, string>>,
  sentences: ReadonlySet<string>,
  language: string,
): readonly string[] => {
  const wanted = new Set(localeKeys(sentences, language));
  const missing = [...wanted].filter((key) => !(key in locale)).map((key) => `missing: ${key}`);
  const unused = Object.keys(locale).filter((key) => !wanted.has(key));
  const broken = Object.entries(locale).flatMap(([key, translation]) => {
    if (translation.trim() === '') return [`empty: ${key}`];
    const has = placeholdersIn(translation).filter((name) => name !== 'count');
    const needs = placeholdersIn(key).filter((name) => name !== 'count');
    const countFits = key.endsWith('_one') || COUNTED.test(key) === COUNTED.test(translation);
    return has.join() === needs.join() && countFits ? [] : [`placeholders differ: ${key}`];
  });
  return [...missing, ...unused.map((key) => `unused: ${key}`), ...broken];
};
