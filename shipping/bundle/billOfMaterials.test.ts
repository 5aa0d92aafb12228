/**
 * The bill of materials against the files that webpack says went into the bundle: each package of theirs
 * is on the bill with its version, and nothing else is.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Component } from '../../scripts/lib/thirdParty.mjs';
import { projectRoot } from '../tools/projectRoot';

const readJson = (file: string): unknown =>
  JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'));

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber?: string;
  readonly metadata: {
    readonly timestamp?: string;
    readonly component: { readonly name: string; readonly version: string };
  };
  readonly components: readonly (Component & { readonly purl: string })[];
}

const bill = readJson('dist/cyclonedx/bom.json') as Bill;
const nameOf = ({ group, name, version }: Component): string =>
  `${group ? `${group}/` : ''}${name}@${version}`;

/** The package a file belongs to: the nearest package.json above it that has a name and a version. */
function packageOf(file: string): string {
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (!existsSync(path.join(projectRoot, manifest))) continue;
    const { name, version } = readJson(manifest) as { name?: string; version?: string };
    if (name !== undefined && version !== undefined) return `${name}@${version}`;
  }
  throw new Error(`${file} belongs to no package`);
}

/** On the bill because it works while styles are taken out of the scripts; nothing of it is shipped. */
const ONLY_AT_BUILD = /^css-loader@/;

test('the bill lists what is in the bundle, and nothing else', () => {
  const files = readJson('.cache/bundled-files.json') as readonly string[];
  const foreign = files.filter((file) => file.startsWith('node_modules/'));
  expect(foreign.length).toBeGreaterThan(100);
  const bundled = [...new Set(foreign.map(packageOf))].sort();
  const listed = bill.components.map(nameOf).filter((name) => !ONLY_AT_BUILD.test(name));
  expect(listed.sort()).toEqual(bundled);
});

test('it is CycloneDX about this version, without anything that differs from build to build', () => {
  const { name, version } = readJson('package.json') as Bill['metadata']['component'];
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  expect(bill.metadata.component).toMatchObject({ name, version });
  expect(bill.serialNumber).toBeUndefined();
  expect(bill.metadata.timestamp).toBeUndefined();
  for (const component of bill.components) {
    expect(component.purl).toContain(`@${component.version}`);
  }
});

test('the notices that are shipped name every package on the bill', () => {
  const notices = readFileSync(path.join(projectRoot, 'dist/third-party-notices.txt'), 'utf8');
  for (const component of bill.components) {
    expect(notices).toContain(nameOf(component).replace(/@([^@]+)$/, ' $1 ('));
  }
});
