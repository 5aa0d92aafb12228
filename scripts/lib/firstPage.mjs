/**
 * A webpack plugin that notes which files of the build the first page of each exposed module loads: the
 * entry script and the module's own chunks. What the console shares is in chunks of its own and
 * what opens later is loaded later; neither belongs to the first page.
 */
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './project.mjs';

export const firstPageFile = path.join(cacheFolder, 'first-page.json');

const isScript = (name) => name.endsWith('.js');

/** The container of exposed modules; its blocks are what the console can ask for. */
function containerOf({ modules }) {
  return [...modules].find((module) => module.constructor.name === 'ContainerEntryModule');
}

/** Paths of the sources inside a chunk, also of those that webpack has joined. */
function sourcesOf({ chunkGraph }, chunk, context) {
  return [...chunkGraph.getChunkModulesIterable(chunk)]
    .flatMap((module) => module.modules ?? [module])
    .flatMap(({ resource }) => (resource ? [path.relative(context, resource)] : []));
}

export class FirstPagePlugin {
  apply(compiler) {
    compiler.hooks.done.tap('FirstPagePlugin', ({ compilation }) => {
      const entry = [...compilation.entrypoints.values()].flatMap((point) => point.chunks);
      const pages = {};
      for (const block of containerOf(compilation)?.blocks ?? []) {
        const group = compilation.chunkGraph.getBlockChunkGroup(block);
        const chunks = [...new Set([...entry, ...(group?.chunks ?? [])])];
        const [{ exposedName }] = block.dependencies;
        pages[exposedName.replace(/^\.\//, '')] = {
          files: chunks.flatMap((chunk) => [...chunk.files]).filter(isScript),
          modules: chunks
            .flatMap((chunk) => sourcesOf(compilation, chunk, compiler.context))
            .sort(),
        };
      }
      fs.mkdirSync(cacheFolder, { recursive: true });
      fs.writeFileSync(firstPageFile, JSON.stringify(pages));
    });
  }
}
