/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { text } from '../cluster/text';
import { translateNow } from './translateNow';
import { NAMESPACE, useT } from './translation';

/** As the console sets it up. */
const start = async (
  language: string,
  sentences: Readonly<Record<string, string>>,
): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    nsSeparator: '~',
    keySeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { [NAMESPACE]: sentences } },
  });
};

const Counted = ({ count }: { readonly count: number }) => {
  const t = useT();
  return <p>{t('{{count}} VMs', { count })}</p>;
};

const Vlan = () => {
  const t = useT();
  return <p>{t('VLAN {{vlan}}', { vlan: 1924 })}</p>;
};

test.each([
  ['en', 1, '1 VM'],
  ['en', 10_000, '10,000 VMs'],
  ['de', 10_000, '10.000 VMs'],
])('in %s %d is written "%s"', async (language, count, expected) => {
  await start(language, {
    '{{count}} VMs_one': '{{count}} VM',
    '{{count}} VMs_other': '{{count}} VMs',
  });
  render(<Counted count={count} />);
  expect(screen.getByText(expected)).toBeTruthy();
});

test('a VLAN is no count', async () => {
  await start('en', { 'VLAN {{vlan}}': 'VLAN {{vlan}}' });
  render(<Vlan />);
  expect(screen.getByText('VLAN 1924')).toBeTruthy();
});

test('functions that the console calls by itself speak the same language', async () => {
  await start('fr', {
    '{{count}} VMs_one': '{{count}} VM',
    '{{count}} VMs_many': '{{count}} de VM',
    '{{count}} VMs_other': '{{count}} VM en tout',
  });
  expect(translateNow(text('{{count}} VMs', { count: 2 }))).toBe('2 VM en tout');
  expect(translateNow(text('{{count}} VMs', { count: 0 }))).toBe('0 VM');
});
