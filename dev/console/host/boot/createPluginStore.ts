/**
 * The plugin store, set up as the console does (frontend/public/plugins.ts): what the played line shares, the
 * console's version as the plugin API that plugins depend on, the allow list of server flags.
 */
import { PluginStore } from '@openshift/dynamic-plugin-sdk';
import { coFetch } from '../provided/consoleFetch';
import { pluginHostOptions } from '../line/pluginHost';
import { serverFlags } from './serverFlags';
import type { HostStore } from '../store/createHostStore';

/** Creates the store and keeps its feature flags equal to those in Redux. */
export async function createPluginStore(store: HostStore): Promise<PluginStore> {
  const plugins = new PluginStore({
    loaderOptions: {
      ...(await pluginHostOptions()),
      canLoadPlugin: ({ name }) => serverFlags.consolePlugins.includes(name),
      fetchImpl: coFetch,
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
