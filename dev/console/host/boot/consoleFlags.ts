/**
 * The flags that the console sets by itself, by asking what the user may list, and the ones that plugins
 * declare for API models (`console.flag/model`) or compute (`console.flag`).
 */
import type { PluginStore } from '@openshift/dynamic-plugin-sdk';
import {
  checkAccess,
  isFeatureFlag,
  isModelFeatureFlag,
} from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel, SetFeatureFlag } from '@openshift-console/dynamic-plugin-sdk';
import { setFlag } from '../store/createHostStore';
import type { HostStore } from '../store/createHostStore';

const listFlags = {
  CAN_LIST_NS: { resource: 'namespaces', verb: 'list' },
  CAN_LIST_NODE: { resource: 'nodes', verb: 'list' },
  CAN_LIST_CRD: {
    group: 'apiextensions.k8s.io',
    resource: 'customresourcedefinitions',
    verb: 'list',
  },
} as const;

/** Asks the API which of the console's list flags hold for this user. */
export async function setAccessFlags(store: HostStore) {
  store.dispatch(setFlag('OPENSHIFT', true));
  await Promise.all(
    Object.entries(listFlags).map(async ([flag, attributes]) => {
      const review = await checkAccess(attributes);
      store.dispatch(setFlag(flag, review.status?.allowed === true));
    }),
  );
}

/** Sets the flags that loaded plugins declare for models of the API. */
export function setModelFlags(store: HostStore, plugins: PluginStore, models: readonly K8sModel[]) {
  const served = new Set(
    models.map((model) => `${model.apiGroup ?? ''}~${model.apiVersion}~${model.kind}`),
  );
  for (const extension of plugins.getExtensions()) {
    if (!isModelFeatureFlag(extension)) continue;
    const { flag, model } = extension.properties;
    store.dispatch(setFlag(flag, served.has(`${model.group}~${model.version}~${model.kind}`)));
  }
}

/** Runs the flag handlers of loaded plugins. */
export async function runFlagHandlers(store: HostStore, plugins: PluginStore) {
  const extensions = plugins.getExtensions().filter(isFeatureFlag);
  for (const extension of extensions) {
    const load = extension.properties.handler as () => Promise<(set: SetFeatureFlag) => void>;
    const handler = await load();
    handler((flag, enabled) => store.dispatch(setFlag(flag, enabled)));
  }
}
