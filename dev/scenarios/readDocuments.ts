/** Reads the YAML of a scenario: every document of the named files beside this one, in order. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../api-server/kubeObject';

/** Run as CommonJS the folder is known; as an ES module the project's root is the working folder. */
const FOLDER =
  typeof __dirname === 'string' ? __dirname : path.join(process.cwd(), 'dev/scenarios');

const isObject = (value: unknown): value is KubeObject => {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind, metadata } = value as Record<string, unknown>;
  const name = (metadata as { name?: unknown } | undefined)?.name;
  return typeof apiVersion === 'string' && typeof kind === 'string' && typeof name === 'string';
};

/**
 * @param files relative to the folder of the scenarios, such as `dual-nic/policies.yaml`
 * @throws Error naming the file, when it cannot be read or holds something that is no object
 */
export async function readDocuments(...files: readonly string[]): Promise<KubeObject[]> {
  const lists = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(FOLDER, file), 'utf8');
      return parseAllDocuments(text).map((document) => {
        const problem = document.errors[0];
        if (problem) throw new Error(`${file}: ${problem.message}`);
        const value: unknown = document.toJS();
        if (!isObject(value)) throw new Error(`${file}: a document is no Kubernetes object`);
        return value;
      });
    }),
  );
  return lists.flat();
}
