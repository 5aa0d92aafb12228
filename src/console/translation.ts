/**
 * Translation, in the namespace that the console serves for this plugin. Two ways in: `t` for
 * sentences written in components, and `useText` for the sentences of the pure layers, which
 * speak in templates (`cluster/text`).
 */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../cluster/text';
import { formatNumber } from './language';

export const NAMESPACE = 'plugin__vm-networks';

type Values = Readonly<Record<string, string | number>>;

/**
 * Translates an English sentence; `{{name}}` placeholders are filled from the values. A number called
 * `count` chooses the plural form and is written as the language writes it; every other number stays as it
 * is, because a VLAN is none that wants a thousands separator.
 */
export type Translate = (sentence: string, values?: Values) => string;

/** What i18next is given: `count` as a number chooses the form, `replace` is what is shown. */
export const optionsOf = (values: Values = {}): Record<string, unknown> => {
  const { count } = values;
  if (typeof count !== 'number') return { ...values };
  return { ...values, replace: { ...values, count: formatNumber(count) } };
};

/** The translation function. Its first argument is always a literal: the key check collects it. */
export const useT = (): Translate => {
  const { t } = useTranslation(NAMESPACE);
  return useCallback<Translate>((sentence, values) => t(sentence, optionsOf(values)), [t]);
};

/** Translates a sentence of the pure layers. */
export const useText = (): ((sentence: Text) => string) => {
  const { t } = useTranslation(NAMESPACE);
  return useCallback((sentence: Text) => t(sentence.template, optionsOf(sentence.values)), [t]);
};

/** Both ways in, for parts that are drawn by the hundred and get them handed down. */
export interface Words {
  readonly t: Translate;
  readonly say: (sentence: Text) => string;
}

/** Keeps its identity while the language does. */
export const useWords = (): Words => {
  const t = useT();
  const say = useText();
  return useMemo(() => ({ t, say }), [t, say]);
};
