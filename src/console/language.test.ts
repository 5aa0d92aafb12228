import { getI18n } from 'react-i18next';
import { currentLanguage, formatNumber } from './language';

jest.mock('react-i18next', () => ({ getI18n: jest.fn() }));

const speak = (language: string | undefined): void => {
  (getI18n as jest.Mock).mockReturnValue(language === undefined ? undefined : { language });
};

test.each([
  ['ja', 'ja'],
  ['pt-BR', 'pt-BR'],
  // What a browser takes from a POSIX locale; Intl throws at it.
  ['en-US@posix', undefined],
  ['en_US.UTF-8', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j is, for Intl, %j', (language, tag) => {
  speak(language);
  expect(currentLanguage()).toBe(tag);
});

test('numbers follow the language, also when it changes', () => {
  speak('en');
  expect(formatNumber(10_000)).toBe('10,000');
  speak('de');
  expect(formatNumber(10_000)).toBe('10.000');
});
