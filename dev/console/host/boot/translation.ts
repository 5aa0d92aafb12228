/**
 * Translation as the console sets it up: namespaces of plugins fetched from /locales/resource.json,
 * `~` between namespace and key, keys flat, a missing key an error in the log.
 */
import i18next from 'i18next';
import type { BackendModule, ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { serverFlags } from './serverFlags';

async function readResource(language: string, namespace: string, done: ReadCallback) {
  const query = new URLSearchParams({ lng: language, ns: namespace });
  try {
    const response = await fetch(`${serverFlags.basePath}locales/resource.json?${query}`);
    if (!response.ok) {
      done(`No translations ${namespace} for ${language}: HTTP ${response.status}`, false);
      return;
    }
    done(null, (await response.json()) as Record<string, string>);
  } catch (error) {
    done(`No translations ${namespace} for ${language}: ${String(error)}`, false);
  }
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => void readResource(language, namespace, done),
};

/** The language asked for with `?lng=`, which stays for the next visit, else the browser's. */
function chosenLanguage() {
  const asked = new URLSearchParams(window.location.search).get('lng');
  if (asked) window.localStorage.setItem('dev-console/language', asked);
  return window.localStorage.getItem('dev-console/language') ?? window.navigator.language;
}

/** Starts i18next; resolves when the plugins' namespaces are there. */
export async function startTranslation() {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: chosenLanguage(),
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: [...serverFlags.i18nNamespaces],
      defaultNS: 'public',
      nsSeparator: '~',
      keySeparator: false,
      contextSeparator: '_',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      saveMissing: true,
      missingKeyHandler: (languages, namespace, key) => {
        console.error(
          `Missing i18n key "${key}" in namespace "${namespace}" and languages "${languages.join(', ')}."`,
        );
      },
    });
}

const placeholder = /^%([^%]+)%$/;

function translateString(text: string) {
  const key = placeholder.exec(text)?.[1];
  return key === undefined ? text : i18next.t(key);
}

/**
 * Replaces `%namespace~Key%` in every string of a value, on a copy; functions and React elements pass
 * through. This is how the console translates what extensions say about themselves.
 */
export function translateDeep<T>(value: T): T;
export function translateDeep(value: unknown): unknown {
  if (typeof value === 'string') return translateString(value);
  if (Array.isArray(value)) return value.map((item: unknown) => translateDeep(item));
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translateDeep(item)]));
}
