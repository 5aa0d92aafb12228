/** The strict check of console-extensions.json: what the SDK's own check lets pass must fail here. */
import fs from 'node:fs';
import path from 'node:path';
import { checkExtensions } from '../../../scripts/lib/checkExtensions.mjs';
import type { ExtensionInput } from '../../../scripts/lib/checkExtensions.mjs';

const schema = JSON.parse(
  fs.readFileSync(
    path.resolve(
      __dirname,
      '../../../node_modules/@openshift-console/dynamic-plugin-sdk-webpack/schema/console-extensions.json',
    ),
    'utf8',
  ),
) as object;

const namespace = 'plugin__vm-networks';
const route = {
  type: 'console.page/route',
  properties: { path: '/vm-networks', exact: false, component: { $codeRef: 'Page' } },
};
const nav = {
  type: 'console.navigation/href',
  properties: { id: 'vm-networks', name: `%${namespace}~VM Networks%`, href: '/vm-networks' },
};

function check(change: Partial<ExtensionInput>) {
  return checkExtensions({
    extensions: [route, nav],
    schema,
    namespace,
    exposedModules: { Page: './src/pages/vmNetworks/VmNetworksPage.tsx' },
    translations: { 'VM Networks': 'VM Networks' },
    ...change,
  });
}

const withProperties = (extension: typeof route | typeof nav, properties: object) => ({
  ...extension,
  properties: { ...extension.properties, ...properties },
});

test('the sound example passes', () => {
  expect(check({})).toEqual([]);
});

test.each<[string, Partial<ExtensionInput>, RegExp]>([
  [
    'an unknown type',
    { extensions: [route, nav, { type: 'console.page/rout', properties: {} }] },
    /knows no such type/,
  ],
  [
    'an unknown property',
    { extensions: [withProperties(route, { pth: '/x' }), nav] },
    /must NOT have additional properties \("pth"\)/,
  ],
  [
    'a missing property',
    { extensions: [route, { ...nav, properties: { ...nav.properties, id: undefined } }] },
    /must have required property 'id'|must be string/,
  ],
  [
    'a property of the wrong type',
    { extensions: [withProperties(route, { path: 5 }), nav] },
    /path must be string/,
  ],
  [
    'an unknown key beside the properties',
    { extensions: [{ ...route, flag: {} }, nav] },
    /"flag" beside type, properties and flags/,
  ],
  [
    'a code reference to nothing',
    { extensions: [withProperties(route, { component: { $codeRef: 'Other' } }), nav] },
    /names no exposed module/,
  ],
  [
    'a malformed code reference',
    { extensions: [withProperties(route, { component: { $codeRef: 'Page.a.b' } }), nav] },
    /is not "module" or "module.export"/,
  ],
  [
    'an exposed module that nobody uses',
    {
      exposedModules: {
        Page: './src/pages/vmNetworks/VmNetworksPage.tsx',
        Old: './src/pages/old/OldPage.tsx',
      },
    },
    /module "Old", which no extension uses/,
  ],
  ['a vague module path', { exposedModules: { Page: './Page' } }, /give the whole path/],
  [
    'a name that is not translated',
    { extensions: [route, withProperties(nav, { name: 'VM Networks' })] },
    /is not translated/,
  ],
  ['a key without a translation', { translations: {} }, /is not a key of locales/],
  ['a navigation id used twice', { extensions: [route, nav, nav] }, /used twice/],
  [
    'a link to no route of ours',
    { extensions: [route, withProperties(nav, { href: '/physical-networks' })] },
    /no console.page\/route of ours serves/,
  ],
])('%s is found', (_name, change, message) => {
  expect(check(change).join('\n')).toMatch(message);
});
