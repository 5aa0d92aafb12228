/**
 * Checks of what the build has written to dist/: would every console from 4.19 on accept it?
 *
 * Up to 4.21 the manifest may have no key that those consoles do not know; from 4.23 on unknown keys fail
 * as well (console-dynamic-plugin-sdk schema/plugin-manifest, @openshift/dynamic-plugin-sdk 9).
 */
import { isDeepStrictEqual } from 'node:util';

const requiredKeys = [
  'baseURL',
  'extensions',
  'loadScripts',
  'name',
  'registrationMethod',
  'version',
];
const knownKeys = new Set([...requiredKeys, 'dependencies', 'customProperties', 'buildHash']);

/** Router modules that are another version up to console 4.21 than from 4.22 on. */
const unstableModules = ['react-router', 'react-router-dom', '@openshift/dynamic-plugin-sdk'];

function manifestErrors(manifest, { name, extensions }) {
  const missing = requiredKeys
    .filter((key) => !(key in manifest))
    .map((key) => `plugin-manifest.json lacks "${key}"`);
  const unknown = Object.keys(manifest)
    .filter((key) => !knownKeys.has(key))
    .map((key) => `plugin-manifest.json has "${key}", which console 4.19 refuses`);
  const errors = [...missing, ...unknown];
  const expect = (isRight, text) => {
    if (!isRight) errors.push(`plugin-manifest.json: ${text}`);
  };
  expect(manifest.name === name, `name is "${manifest.name}", not "${name}"`);
  expect(
    manifest.baseURL === `/api/plugins/${name}/`,
    `baseURL is "${manifest.baseURL}", not /api/plugins/${name}/`,
  );
  expect(
    manifest.registrationMethod === 'callback',
    `registrationMethod is "${manifest.registrationMethod}"; consoles accept "callback"`,
  );
  expect(
    manifest.dependencies?.['@console/pluginAPI'] === '>=4.19.0-0',
    'the dependency on @console/pluginAPI is not ">=4.19.0-0"',
  );
  expect(
    Object.keys(manifest.dependencies ?? {}).length === 1,
    'a dependency on another plugin keeps ours from loading where that one is missing',
  );
  expect(
    isDeepStrictEqual(manifest.extensions, extensions),
    'the extensions are not those of console-extensions.json; build anew',
  );
  return errors;
}

function scriptErrors(manifest, files) {
  const scripts = manifest.loadScripts ?? [];
  const missing = scripts
    .filter((script) => !files.has(script))
    .map((script) => `plugin-manifest.json loads "${script}", which is not in dist`);
  const entry = scripts.map((script) => files.get(script) ?? '').join('\n');
  const unregistered = ['__load_plugin_entry__', 'loadPluginEntry']
    .filter((callback) => scripts.length > 0 && !entry.includes(callback))
    .map((callback) => `The entry script does not know the callback ${callback}`);
  return [...missing, ...unregistered];
}

function contentErrors(files) {
  return [...files].flatMap(([file, text]) => {
    if (file.endsWith('.css')) {
      const isPatternFly = /\.pf-v\d-c-/.test(text);
      return isPatternFly
        ? [`${file} has PatternFly's styles in it; the console brings its own`]
        : [];
    }
    if (!file.endsWith('.js')) return [];
    return unstableModules
      .filter((module) => new RegExp(`["']default["'],.{0,40}["']${module}["']`).test(text))
      .map((module) => `${file} asks the console for "${module}", which differs between consoles`);
  });
}

function localeErrors(files, namespace, languages) {
  return languages
    .map((language) => `locales/${language}/${namespace}.json`)
    .filter((file) => !files.has(file))
    .map((file) => `${file} is not in dist`);
}

/**
 * @param {object} input
 * @param {Map<string, string>} input.files what is in dist, path to content
 * @param {string} input.name the plugin's name
 * @param {readonly object[]} input.extensions content of console-extensions.json
 * @param {readonly string[]} input.languages folders of locales/
 * @returns {string[]} what is wrong, one sentence each
 */
export function checkBuild({ files, name, extensions, languages }) {
  const text = files.get('plugin-manifest.json');
  if (text === undefined) return ['plugin-manifest.json is not in dist'];
  const manifest = JSON.parse(text);
  return [
    ...manifestErrors(manifest, { name, extensions }),
    ...scriptErrors(manifest, files),
    ...contentErrors(files),
    ...localeErrors(files, `plugin__${name}`, languages),
  ];
}
