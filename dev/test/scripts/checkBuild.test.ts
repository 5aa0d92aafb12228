/** The check of dist/: every way in which a console would refuse the build must fail here. */
import { checkBuild } from '../../../scripts/lib/checkBuild.mjs';

const extensions = [{ type: 'console.page/route', properties: {} }];
const manifest = {
  name: 'vm-networks',
  version: '0.1.0',
  dependencies: { '@console/pluginAPI': '>=4.19.0-0' },
  customProperties: {},
  extensions,
  registrationMethod: 'callback',
  baseURL: '/api/plugins/vm-networks/',
  loadScripts: ['plugin-entry.js'],
  buildHash: 'abc',
};

function check(change: object, files: Readonly<Record<string, string | undefined>> = {}) {
  const all = {
    'plugin-manifest.json': JSON.stringify({ ...manifest, ...change }),
    'plugin-entry.js': '(window.__load_plugin_entry__||window.loadPluginEntry)()',
    'locales/en/plugin__vm-networks.json': '{}',
    ...files,
  };
  const present = Object.entries(all).filter((entry): entry is [string, string] => !!entry[1]);
  return checkBuild({
    files: new Map(present),
    name: 'vm-networks',
    extensions,
    languages: ['en'],
  });
}

test('the sound example passes', () => {
  expect(check({})).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ['another name', { name: 'vm-network' }, /name is "vm-network"/],
  ['a missing key', { version: undefined }, /lacks "version"/],
  ['an unknown key', { displayName: 'VM Networks' }, /has "displayName", which console 4.19/],
  ['optional dependencies', { optionalDependencies: {} }, /has "optionalDependencies"/],
  ['another base URL', { baseURL: '/plugins/' }, /baseURL is/],
  ['another registration', { registrationMethod: 'custom' }, /registrationMethod is "custom"/],
  [
    'a range that shuts consoles out',
    { dependencies: { '@console/pluginAPI': '~4.22.0' } },
    /@console\/pluginAPI is not/,
  ],
  [
    'a dependency on another plugin',
    { dependencies: { ...manifest.dependencies, 'kubevirt-plugin': '*' } },
    /keeps ours from loading/,
  ],
  ['extensions of an older build', { extensions: [] }, /build anew/],
  ['a script that is not there', { loadScripts: ['gone.js'] }, /"gone.js", which is not in dist/],
])('%s is found', (_name, change, message) => {
  expect(check(change).join('\n')).toMatch(message);
});

test.each<[string, Record<string, string | undefined>, RegExp]>([
  ['no manifest', { 'plugin-manifest.json': undefined }, /is not in dist/],
  [
    'an entry script that old consoles cannot register',
    { 'plugin-entry.js': '__load_plugin_entry__()' },
    /does not know the callback loadPluginEntry/,
  ],
  ['PatternFly styles', { 'a.css': '.pf-v6-c-button{}' }, /a.css has PatternFly's styles/],
  [
    'a router that differs between consoles',
    { 'a.js': 'load("default","react-router",[1,7])' },
    /asks the console for "react-router"/,
  ],
  ['no translations', { 'locales/en/plugin__vm-networks.json': undefined }, /locales\/en/],
])('%s is found', (_name, files, message) => {
  expect(check({}, files).join('\n')).toMatch(message);
});

test('the router that every console has is fine', () => {
  expect(check({}, { 'a.js': 'load("default","react-router-dom-v5-compat",[1])' })).toEqual([]);
});
