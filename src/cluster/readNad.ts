/**
 * NetworkAttachmentDefinition. Source: network-attachment-definition-client; OVN-Kubernetes
 * go-controller/pkg/types for the annotations; domain reference A.4.1.
 */
import { asString, ownString, recordOf } from './json';
import type { NadRecord } from './nadRecord';
import { readCniConfig } from './readCniConfig';
import { readMeta } from './readMeta';

const RESOURCE_NAME_ANNOTATION = 'k8s.v1.cni.cncf.io/resourceName';
const USER_DEFINED_NETWORK_LABEL = 'k8s.ovn.org/user-defined-network';

/** Takes a NetworkAttachmentDefinition; undefined when it has no name. */
export const readNad = (object: unknown): NadRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const config = recordOf(recordOf(object).spec).config;
  return {
    kind: 'nad',
    meta,
    config: readCniConfig(config),
    rawConfig: asString(config) ?? '',
    resourceName: ownString(meta.annotations, RESOURCE_NAME_ANNOTATION) ?? '',
    ovnNetworkName: ownString(meta.annotations, 'k8s.ovn.org/network-name'),
    ovnNetworkId: ownString(meta.annotations, 'k8s.ovn.org/network-id'),
    generated: ownString(meta.labels, USER_DEFINED_NETWORK_LABEL) !== undefined,
  };
};
