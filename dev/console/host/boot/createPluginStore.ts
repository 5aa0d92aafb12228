/**
 * The plugin store, set up as the console does (frontend/public/plugins.ts): the host's share scope, the
 * console's version as the plugin API that plugins depend on, the allow list of server flags.
 */
import { PluginStore } from '@openshift/dynamic-plugin-sdk';
import { coFetch } from '../provided/consoleFetch';
import { serverFlags } from './serverFlags';
import type { HostStore } from '../store/createHostStore';

declare const __webpack_init_sharing__: (scope: string) => Promise<void>;
declare const __webpack_share_scopes__: { default: Record<string, unknown> };

/** Names under which consoles from 4.22 on share react-router as well. */
const routerAliases = ['react-router-dom', 'react-router-dom-v5-compat'];

async function sharedScope() {
  await __webpack_init_sharing__('default');
  const scope = __webpack_share_scopes__.default;
  for (const alias of routerAliases) scope[alias] = scope['react-router'];
  return scope;
}

/** Creates the store and keeps its feature flags equal to those in Redux. */
export async function createPluginStore(store: HostStore): Promise<PluginStore> {
  const plugins = new PluginStore({
    loaderOptions: {
      canLoadPlugin: ({ name }) => serverFlags.consolePlugins.includes(name),
      customDependencyResolutions: { '@console/pluginAPI': serverFlags.releaseVersion },
      fetchImpl: coFetch,
      sharedScope: await sharedScope(),
    },
  });
  const passFlags = () => {
    plugins.setFeatureFlags(store.getState().FLAGS.toObject());
  };
  store.subscribe(passFlags);
  passFlags();
  return plugins;
}

/** Loads every plugin of the server flags. One that fails is reported by the store, not thrown. */
export async function loadPlugins(plugins: PluginStore) {
  await Promise.all(
    serverFlags.consolePlugins.map((name) =>
      plugins
        .loadPlugin(
          `${window.location.origin}${serverFlags.basePath}api/plugins/${name}/plugin-manifest.json`,
        )
        .catch((error: unknown) => {
          console.error(`Loading plugin ${name} failed`, error);
        }),
    ),
  );
}
