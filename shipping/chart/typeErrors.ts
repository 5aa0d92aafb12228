/**
 * Holds objects against the Kubernetes types of the package kubernetes-models, with the TypeScript
 * compiler: as literals they may have no field that the API does not know, of no other type, and have to
 * have all that it requires. The package's own validators would let an unknown field pass.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import type { KubeObject } from '../../dev/api-server/kubeObject';
import { projectRoot } from '../tools/projectRoot';

/** Where the package keeps the interface of a native kind. */
function moduleOf({ apiVersion, kind }: KubeObject): string {
  return `kubernetes-models/${apiVersion}/${kind}`;
}

function sourceOf(objects: readonly KubeObject[]): string {
  const lines = objects.flatMap((object, index) => [
    `import type { I${object.kind} as Kind${index} } from '${moduleOf(object)}';`,
    `export const object${index}: Kind${index} = ${JSON.stringify(object, null, 2)};`,
  ]);
  return lines.join('\n');
}

/** What is wrong with the objects; empty when all are as the API has them. */
export async function typeErrors(objects: readonly KubeObject[]): Promise<readonly string[]> {
  const folder = path.join(projectRoot, '.cache/shipping');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `manifests-${process.pid}.ts`);
  await writeFile(file, sourceOf(objects));
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
