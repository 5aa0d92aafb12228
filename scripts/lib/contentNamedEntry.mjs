/**
 * Names the entry script by what the build holds. ConsoleRemotePlugin names it, and the build, by webpack's
 * hash of the whole compilation, in which the folder of the project has a part: the same sources gave another
 * name on another machine. The name still changes whenever any file of the build does.
 */
import { createHash } from 'node:crypto';

const NAME = 'contentNamedEntry';
const ENTRY = /^plugin-entry\.[0-9a-f]+\.min\.js$/;

/** @type {import('webpack').WebpackPluginFunction} */
export function contentNamedEntry(compiler) {
  // After real content hashes have named the other files, before the manifest is written.
  const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_HASH + 1;
  compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
    compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
      const files = Object.keys(assets).sort();
      const entry = files.find((file) => ENTRY.test(file));
      if (entry === undefined) throw new Error('The build has no entry script to name');
      const digest = createHash('sha256');
      for (const file of files) {
        digest.update(file === entry ? '' : file).update(assets[file].buffer());
      }
      const hash = digest.digest('hex');
      compilation.fullHash = hash.slice(0, 32);
      compilation.renameAsset(entry, `plugin-entry.${hash.slice(0, 20)}.min.js`);
    });
  });
}
