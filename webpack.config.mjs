/**
 * Builds the plugin into dist/: one build that loads in the consoles of OpenShift 4.19 to 5.2.
 *
 * Three measures make one build enough (console-dynamic-plugin-sdk README, "Console version
 * compatibility"): the router is only ever asked for as `react-router-dom-v5-compat`, the one router
 * module that every one of these consoles shares; PatternFly is asked for as ^6.2.2, which the console's
 * own copy satisfies from 4.22 on and the bundled copy covers before; and the entry script finds the
 * registration callback under its old name as well (below).
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CycloneDxWebpackPlugin } from '@cyclonedx/webpack-plugin';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { contentNamedEntry } from './scripts/lib/contentNamedEntry.mjs';
import { FirstPagePlugin } from './scripts/lib/firstPage.mjs';

const require = createRequire(import.meta.url);
const { ConsoleRemotePlugin } = require('@openshift-console/dynamic-plugin-sdk-webpack');
const { consolePlugin, name, version } = require('./package.json');

const root = path.dirname(fileURLToPath(import.meta.url));
const isProduction = process.env.NODE_ENV === 'production';

/**
 * Consoles up to 4.21 offer `window.loadPluginEntry('name@version', container)`; newer ones
 * `window.__load_plugin_entry__('name', container)`, which is what the SDK's build emits. The entry
 * script gets a local name that stands for whichever is there, so nothing is added to `window`, where
 * another plugin could pick it up with our version in it.
 */
const entryCallbackShim = [
  '(function(){var __load_plugin_entry__=window.__load_plugin_entry__||function(name,container){',
  `window.loadPluginEntry(name+'@${version}',container);};`,
].join('');

/** The same build gives the same bill, byte by byte: no time, no serial number. */
const billOfMaterials = () =>
  new CycloneDxWebpackPlugin({
    specVersion: '1.6',
    outputLocation: 'cyclonedx',
    includeWellknown: false,
    rootComponentType: 'application',
    rootComponentAutodetect: false,
    rootComponentName: name,
    rootComponentVersion: version,
    reproducibleResults: true,
    collectEvidence: true,
    validateResults: false,
  });

/**
 * Leaves the files that went into the build in .cache, so that a test can hold the bill of materials
 * against them.
 * @type {import('webpack').WebpackPluginFunction}
 */
function listModules(compiler) {
  compiler.hooks.done.tap('listModules', ({ compilation }) => {
    const files = [...compilation.modules]
      .filter((module) => compilation.chunkGraph.getNumberOfModuleChunks(module) > 0)
      .flatMap((module) => module.modules ?? [module])
      .map((module) => module.nameForCondition())
      .filter((file) => file !== null)
      .map((file) => path.relative(root, file));
    fs.mkdirSync(path.join(root, '.cache'), { recursive: true });
    const list = JSON.stringify([...new Set(files)].sort());
    fs.writeFileSync(path.join(root, '.cache/bundled-files.json'), list);
  });
}

/** @returns {import('webpack').Configuration} */
export default () => ({
  mode: isProduction ? 'production' : 'development',
  context: root,
  // ConsoleRemotePlugin adds the only entry, the container of the exposed modules.
  entry: {},
  output: {
    path: path.join(root, 'dist'),
    filename: isProduction ? '[name]-[contenthash].min.js' : '[name].js',
    chunkFilename: isProduction ? '[name]-[contenthash].min.js' : '[name].js',
    clean: true,
  },
  resolve: { extensions: ['.tsx', '.ts', '.js', '.jsx'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: {
              react: { runtime: 'automatic', development: !isProduction },
              // As TypeScript itself does for our target: a field is assigned, not defined by a
              // call, which tens of thousands of views would feel.
              useDefineForClassFields: false,
            },
            target: 'es2022',
          },
        },
      },
      // A file of its own, loaded by <link> with the chunk that needs it: works under a console whose
      // Content-Security-Policy does not allow inline styles.
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    new ConsoleRemotePlugin({ pluginMetadata: { ...consolePlugin, version } }),
    new webpack.BannerPlugin({ raw: true, include: /plugin-entry/, banner: entryCallbackShim }),
    new webpack.BannerPlugin({ raw: true, include: /plugin-entry/, footer: true, banner: '})();' }),
    new MiniCssExtractPlugin({
      filename: isProduction ? '[name]-[contenthash].css' : '[name].css',
      chunkFilename: isProduction ? '[name]-[contenthash].css' : '[name].css',
    }),
    new FirstPagePlugin(),
    new CopyWebpackPlugin({ patterns: [{ from: 'locales', to: 'locales' }] }),
    // What of other people's is in the bundle, with its licences: dist/cyclonedx/bom.json.
    ...(isProduction ? [billOfMaterials(), listModules, contentNamedEntry] : []),
  ],
  // The router module is provided by the console and not installed here, so webpack finds no version
  // range for it; every console has exactly one.
  ignoreWarnings: [/No required version specified.*"react-router-dom-v5-compat"/s],
  devtool: isProduction ? false : 'source-map',
  optimization: {
    chunkIds: isProduction ? 'deterministic' : 'named',
    // With swc instead of webpack's Terser a build takes a third of the time, and the files are smaller.
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        minimizerOptions: { compress: { passes: 2 } },
      }),
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
});
