/**
 * Builds the development console's browser part into .cache/dev-console.
 *
 * It shares the modules that the console shares (console-dynamic-plugin-sdk shared-modules-meta.ts), with
 * the npm SDK's own code behind them, so a plugin built for the console runs here unchanged.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { sdkAliases } from './sdkAliases.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const sdkLib = path.join(root, 'node_modules/@openshift-console/dynamic-plugin-sdk/lib');

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

/** @returns {import('webpack').Configuration} */
export default () => ({
  mode: 'development',
  context: root,
  devtool: false,
  entry: { index: path.join(here, 'host/index.ts') },
  output: {
    path: path.join(root, '.cache/dev-console'),
    filename: '[name].js',
    chunkFilename: '[name].js',
    assetModuleFilename: 'assets/[name]-[contenthash:8][ext]',
    publicPath: '/static/',
    uniqueName: 'vm-networks-dev-console',
    clean: true,
  },
  resolve: {
    extensions: ['.tsx', '.ts', '.js', '.jsx'],
    alias: sdkAliases(sdkLib, path.join(here, 'host/provided')),
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
    new webpack.sharing.SharePlugin({
      shared: Object.fromEntries(
        sharedModules.map((name) => [name, { singleton: true, eager: true }]),
      ),
    }),
    new MiniCssExtractPlugin({ filename: '[name].css', chunkFilename: '[name].css' }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
});
