/** The consoles that can be played, for scripts that run before anything is compiled. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

const file = JSON.parse(readFileSync(path.join(root, 'dev/console/lines/lines.json'), 'utf8'));

/** @type {string} */
export const defaultLine = file.default;

/** @type {readonly string[]} */
export const lineNames = Object.keys(file.lines);
