/**
 * Builds the development console's browser part into .cache/dev-console-LINE, for `--env console=LINE`.
 *
 * It shares the modules that the console of that line shares (console-dynamic-plugin-sdk
 * shared-modules-meta.ts), with the npm SDK's own code behind them, so a plugin built for the console runs
 * here unchanged.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { lineFolders } from './lines/lineFolders.mjs';
import { sdkAliases } from './sdkAliases.mjs';

const require = createRequire(import.meta.url);
const { default: defaultLine, lines } = require('./lines/lines.json');
const {
  DynamicModuleImportPlugin,
  resolveDynamicModuleMaps,
} = require('@openshift-console/dynamic-plugin-sdk-webpack/lib/webpack/DynamicModuleImportPlugin');

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const sdk = '@openshift-console/dynamic-plugin-sdk';

const hostFolder = path.join(here, 'host');

/** The one generation that webpack's own sharing serves. */
const sharedModules = [
  '@openshift-console/dynamic-plugin-sdk',
  '@openshift/dynamic-plugin-sdk',
  'react',
  'react-i18next',
  'react-redux',
  'react-router',
  'redux',
  'redux-thunk',
];

/** Modules of one PatternFly package, one by one, as the console provides those that its own code uses. */
function sharedPatternFlyModules(folder, request) {
  const { version } = require(path.join(folder, 'package.json'));
  const maps = resolveDynamicModuleMaps({ [path.basename(folder)]: {} }, [path.dirname(folder)]);
  const modules = new Set(Object.values(maps[path.basename(folder)]));
  return {
    maps: { [request]: maps[path.basename(folder)] },
    shared: Object.fromEntries(
      [...modules].map((module) => [`${request}/${module}`, { version, eager: true }]),
    ),
  };
}

/** Older consoles share by hand (host/line/react17/pluginHost.ts). */
function sharingPlugins({ generation, sharedPatternFly }, folders) {
  if (generation === 'react17') return [];
  const patternFly = sharedPatternFly
    ? sharedPatternFlyModules(folders[sharedPatternFly.request], sharedPatternFly.request)
    : { maps: {}, shared: {} };
  return [
    new webpack.sharing.SharePlugin({
      shared: {
        ...Object.fromEntries(
          sharedModules.map((name) => [name, { singleton: true, eager: true }]),
        ),
        ...patternFly.shared,
      },
    }),
    new DynamicModuleImportPlugin({
      dynamicModuleMaps: patternFly.maps,
      moduleFilter: (file) => sharedPatternFly !== undefined && file.startsWith(hostFolder),
    }),
  ];
}

/** What differs between React 17 and 18 lies in host/line; the older files stand in for the newer ones. */
function generationPlugins({ generation }) {
  if (generation === 'react18') return [];
  return [
    new webpack.NormalModuleReplacementPlugin(/\/line\/[a-zA-Z]+$/, (resource) => {
      if (!resource.contextInfo.issuer.startsWith(hostFolder)) return;
      resource.request = resource.request.replace(/\/line\//, `/line/${generation}/`);
    }),
  ];
}

/**
 * @param {{ console?: string }} env
 * @returns {import('webpack').Configuration}
 */
export default ({ console: line = defaultLine }) => {
  const settings = lines[line];
  if (!settings) {
    throw new Error(`There is no console ${line}; known: ${Object.keys(lines).join(', ')}`);
  }
  const folders = lineFolders(line);
  const sdkLib = path.join(folders[sdk] ?? path.join(root, 'node_modules', sdk), 'lib');
  return configuration(line, settings, folders, sdkLib);
};

/** @returns {import('webpack').Configuration} */
const configuration = (line, settings, folders, sdkLib) => ({
  mode: 'development',
  context: root,
  devtool: false,
  entry: { index: path.join(hostFolder, 'index.ts') },
  output: {
    path: path.join(root, `.cache/dev-console-${line}`),
    filename: '[name].js',
    chunkFilename: '[name].js',
    assetModuleFilename: 'assets/[name]-[contenthash:8][ext]',
    publicPath: '/static/',
    uniqueName: 'vm-networks-dev-console',
    clean: true,
  },
  resolve: {
    extensions: ['.tsx', '.ts', '.js', '.jsx'],
    alias: { ...sdkAliases(sdkLib, path.join(hostFolder, 'provided')), ...folders },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic', development: true } },
            target: 'es2021',
          },
        },
      },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
      // The one stylesheet of PatternFly has them all; the per-component copies would come twice.
      {
        test: /\.css$/,
        include: /@patternfly[\\/]react-styles/,
        type: 'asset/resource',
        generator: { emit: false },
      },
      {
        test: /\.css$/,
        exclude: /@patternfly[\\/]react-styles/,
        use: [MiniCssExtractPlugin.loader, 'css-loader'],
      },
      {
        test: /\.scss$/,
        use: [MiniCssExtractPlugin.loader, 'css-loader', 'sass-loader'],
      },
      { test: /\.(woff2?|ttf|svg|png|jpe?g)$/, type: 'asset/resource' },
    ],
  },
  plugins: [
    ...generationPlugins(settings),
    ...sharingPlugins(settings, folders),
    new MiniCssExtractPlugin({ filename: '[name].css', chunkFilename: '[name].css' }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
});
