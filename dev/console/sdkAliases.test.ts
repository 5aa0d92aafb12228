/** The table of console modules is complete for the installed SDK, and an incomplete one fails the build. */
import fs from 'node:fs';
import path from 'node:path';
import { consoleRequestsIn, providedModules, sdkAliases } from './sdkAliases.mjs';

const root = path.resolve(__dirname, '../..');
const sdkLib = path.join(root, 'node_modules/@openshift-console/dynamic-plugin-sdk/lib');
const provided = path.join(__dirname, 'host/provided');

const oldSdkLib = path.join(
  __dirname,
  'lines/4.20/node_modules/@openshift-console/dynamic-plugin-sdk/lib',
);

test('every request of the installed SDKs has a stand-in that exists, and no other is kept', () => {
  const aliases = { ...sdkAliases(oldSdkLib, provided), ...sdkAliases(sdkLib, provided) };
  expect(Object.keys(aliases)).toHaveLength(Object.keys(providedModules).length);
  for (const file of Object.values(aliases)) expect(fs.existsSync(file)).toBe(true);
});

test('requests are found in each form of import, and other packages are not', () => {
  const source = `
    const a = require('@console/internal/a').b;
    import c from "@console/shared/c";
    const d = () => import('@console/internal/d');
    require('react');`;
  expect(consoleRequestsIn(source)).toEqual([
    '@console/internal/a',
    '@console/shared/c',
    '@console/internal/d',
  ]);
});

test('a request that the table does not know is named in the error', () => {
  const { '@console/internal/models': _models, ...incomplete } = providedModules;
  expect(() => sdkAliases(sdkLib, provided, incomplete)).toThrow(/@console\/internal\/models/);
});
