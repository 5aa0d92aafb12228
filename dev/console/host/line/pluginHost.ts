/**
 * How consoles from 4.22 on meet a plugin (frontend/public/plugins.ts): webpack's share scope with the router
 * under its two old names as well, and the entry callback of the plugin SDK.
 */
import type { PluginLoaderOptions } from '@openshift/dynamic-plugin-sdk';
import { serverFlags } from '../boot/serverFlags';

declare const __webpack_init_sharing__: (scope: string) => Promise<void>;
declare const __webpack_share_scopes__: { default: Record<string, unknown> };

const routerAliases = ['react-router-dom', 'react-router-dom-v5-compat'];

async function sharedScope() {
  await __webpack_init_sharing__('default');
  const scope = __webpack_share_scopes__.default;
  for (const alias of routerAliases) scope[alias] = scope['react-router'];
  return scope;
}

/** What the plugin store is given beside the console's own settings. */
export async function pluginHostOptions(): Promise<PluginLoaderOptions> {
  return {
    customDependencyResolutions: { '@console/pluginAPI': serverFlags.releaseVersion },
    entryCallbackSettings: { name: '__load_plugin_entry__' },
    sharedScope: await sharedScope(),
  };
}
