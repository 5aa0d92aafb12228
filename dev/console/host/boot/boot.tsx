/**
 * Starts the development console in the console's own order: translation, store, plugin store, plugins,
 * page; API discovery and flags run beside it, because pages have to cope with models that arrive late.
 */
import {
  getResourcesInFlight,
  receivedResources,
} from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import type { DiscoveryResources } from '@openshift-console/dynamic-plugin-sdk/lib/api/common-types';
import { createHostStore } from '../store/createHostStore';
import type { HostStore } from '../store/createHostStore';
import { mount } from '../line/mount';
import { App } from '../shell/App';
import { runFlagHandlers, setAccessFlags, setModelFlags } from './consoleFlags';
import { createPluginStore, loadPlugins } from './createPluginStore';
import { discoverModels } from './discoverModels';
import { serverFlags } from './serverFlags';
import { startTranslation } from './translation';

async function discover(store: HostStore) {
  store.dispatch(getResourcesInFlight());
  const models = await discoverModels();
  const resources: DiscoveryResources = {
    models,
    adminResources: [],
    allResources: models.map((model) => model.plural),
    configResources: [],
    clusterOperatorConfigResources: [],
    namespacedSet: new Set(models.filter((m) => m.namespaced).map((m) => m.plural)),
    safeResources: [],
    groupVersionMap: {},
  };
  store.dispatch(receivedResources(resources));
  return models;
}

/** Marks the page once what hangs on flags is drawn, so that a test can tell "not there" from "not yet". */
const markSettled = (): void => {
  requestAnimationFrame(() => {
    setTimeout(() => {
      document.documentElement.dataset.flags = 'set';
    });
  });
};

/** Runs the page. Errors of discovery are logged: the page shows what it can without models. */
export async function boot() {
  const container = document.getElementById('app');
  if (!container) throw new Error('The page has no element "app" to draw into');
  await startTranslation();
  const store = createHostStore(serverFlags.devUser);
  const plugins = await createPluginStore(store);
  const modelsFound = discover(store);
  await loadPlugins(plugins);
  mount(<App store={store} plugins={plugins} />, container);
  try {
    const [models] = await Promise.all([modelsFound, setAccessFlags(store)]);
    setModelFlags(store, plugins, models);
    await runFlagHandlers(store, plugins);
    markSettled();
  } catch (error) {
    console.error('The API of the cluster cannot be discovered', error);
  }
}
