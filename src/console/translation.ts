/**
 * Translation, in the namespace that the console serves for this plugin. Two ways in: `t` for
 * sentences written in components, and `useText` for the sentences of the pure layers, which
 * speak in templates (`cluster/text`).
 */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../cluster/text';

export const NAMESPACE = 'plugin__vm-networks';

/** Translates an English sentence; `{{name}}` placeholders are filled from the values. */
export type Translate = (
  sentence: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The translation function. Its first argument is always a literal: the key check collects it. */
export const useT = (): Translate => {
  const { t } = useTranslation(NAMESPACE);
  return useCallback<Translate>((sentence, values) => t(sentence, { ...values }), [t]);
};

/** Translates a sentence of the pure layers. */
export const useText = (): ((sentence: Text) => string) => {
  const { t } = useTranslation(NAMESPACE);
  return useCallback((sentence: Text) => t(sentence.template, { ...sentence.values }), [t]);
};
