/**
 * Translation outside React, for functions that the console calls by itself. What they say follows the
 * language of that moment. Keys have to be written in `text('…')`, which the key check collects.
 */
import { getI18n } from 'react-i18next';
import type { Text } from '../cluster/text';
import { NAMESPACE, optionsOf } from './translation';

export const translateNow = (sentence: Text): string =>
  getI18n().t(sentence.template, { ns: NAMESPACE, ...optionsOf(sentence.values) });
