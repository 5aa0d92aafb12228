/**
 * Small objects of which one or two fields matter: namespaces, the NMState and KubeVirt
 * installations, daemon sets and services.
 */
import type {
  DaemonSetRecord,
  KubeVirtRecord,
  NamespaceRecord,
  NmstateRecord,
  ServiceRecord,
} from './clusterRecords';
import { asNumber, recordOf, stringMapOf, stringsOf, textOf } from './json';
import { readMeta } from './readMeta';

export const readNamespace = (object: unknown): NamespaceRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  return { kind: 'namespace', meta, phase: textOf(recordOf(recordOf(object).status).phase) };
};

/** Source: kubernetes-nmstate api/v1/nmstate_types.go. */
export const readNmstate = (object: unknown): NmstateRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const spec = recordOf(recordOf(object).spec);
  return { kind: 'nmstate', meta, nodeSelector: stringMapOf(spec.nodeSelector) };
};

/** Source: kubevirt/api core/v1/types.go KubeVirtConfiguration. */
export const readKubeVirt = (object: unknown): KubeVirtRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  const configuration = recordOf(recordOf(raw.spec).configuration);
  return {
    kind: 'kubevirt',
    meta,
    observedVersion: textOf(recordOf(raw.status).observedKubeVirtVersion),
    evictionStrategy: textOf(configuration.evictionStrategy),
    rolloutStrategy: textOf(configuration.vmRolloutStrategy),
    featureGates: stringsOf(recordOf(configuration.developerConfiguration).featureGates),
  };
};

export const readDaemonSet = (object: unknown): DaemonSetRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const status = recordOf(recordOf(object).status);
  return {
    kind: 'daemonSet',
    meta,
    desired: asNumber(status.desiredNumberScheduled) ?? 0,
    ready: asNumber(status.numberReady) ?? 0,
  };
};

export const readService = (object: unknown): ServiceRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const spec = recordOf(recordOf(object).spec);
  return { kind: 'service', meta, selector: stringMapOf(spec.selector) };
};
