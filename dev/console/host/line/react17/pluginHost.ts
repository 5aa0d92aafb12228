/**
 * How consoles up to 4.21 meet a plugin: a share scope made by hand, every version of it `*`
 * (shared-modules-init.ts; react-router 5 left out, which no plugin for several consoles can ask for), and the
 * callback `window.loadPluginEntry('name@version', container)`, while
 * `window.__load_plugin_entry__` does not exist. Their loader is not published; behind the callback the
 * plugin SDK of their time does the work.
 */
import * as consoleSdk from '@openshift-console/dynamic-plugin-sdk';
import { setUtilsConfig } from '@openshift-console/dynamic-plugin-sdk/lib/app/configSetup';
import type { PluginLoaderOptions } from '@openshift/dynamic-plugin-sdk';
import * as React from 'react';
import * as reactI18next from 'react-i18next';
import * as reactRedux from 'react-redux';
import * as reactRouterDom from 'react-router-dom';
import * as reactRouterCompat from 'react-router-dom-v5-compat';
import * as redux from 'redux';
import * as reduxThunk from 'redux-thunk';
import { serverFlags } from '../../boot/serverFlags';
import { coFetch } from '../../provided/consoleFetch';

const sharedModules: Readonly<Record<string, object>> = {
  '@openshift-console/dynamic-plugin-sdk': consoleSdk,
  react: React,
  'react-i18next': reactI18next,
  'react-redux': reactRedux,
  'react-router-dom': reactRouterDom,
  'react-router-dom-v5-compat': reactRouterCompat,
  redux,
  'redux-thunk': reduxThunk,
};

/** Where the SDK registers its callback: a name that no plugin looks for. */
const internalCallback = '__dev_console_entry__';

type EntryCallback = (name: string, container: unknown) => void;

declare global {
  interface Window {
    loadPluginEntry?: EntryCallback;
    __dev_console_entry__?: EntryCallback;
  }
}

function loadPluginEntry(id: string, container: unknown) {
  const [name = ''] = id.split('@');
  window[internalCallback]?.(name, container);
}

/** What the plugin store is given beside the console's own settings. */
export async function pluginHostOptions(): Promise<PluginLoaderOptions> {
  setUtilsConfig({ appFetch: coFetch });
  window.loadPluginEntry = loadPluginEntry;
  const resolutions = { '@console/pluginAPI': serverFlags.releaseVersion };
  return Promise.resolve({
    customDependencyResolutions: resolutions,
    fixedPluginDependencyResolutions: resolutions,
    entryCallbackSettings: { name: internalCallback },
    sharedScope: Object.fromEntries(
      Object.entries(sharedModules).map(([name, module]) => [
        name,
        { '*': { get: () => Promise.resolve(() => module), from: 'console', loaded: 1 } },
      ]),
    ),
  });
}
