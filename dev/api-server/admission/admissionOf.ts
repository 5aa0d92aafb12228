/**
 * The table of admission rules by kind. A kind gets rules by a file of its own and a row here.
 */
import type { ResourceKind } from '../kinds/resourceKind';
import type { Admission } from './admission';
import { attachmentDefinitionAdmission } from './attachmentDefinitionAdmission';
import { clusterUserDefinedNetworkAdmission } from './clusterUserDefinedNetworkAdmission';
import { podAdmission, secretAdmission } from './coreAdmission';
import { namespaceAdmission } from './namespaceAdmission';
import { nodeNetworkPolicyAdmission } from './nodeNetworkPolicyAdmission';
import { userDefinedNetworkAdmission } from './userDefinedNetworkAdmission';
import {
  virtualMachineAdmission,
  virtualMachineInstanceAdmission,
} from './virtualMachineAdmission';

const byKind = new Map<string, Admission>([
  ['namespaces', namespaceAdmission],
  ['pods', podAdmission],
  ['secrets', secretAdmission],
  ['nodenetworkconfigurationpolicies.nmstate.io', nodeNetworkPolicyAdmission],
  ['network-attachment-definitions.k8s.cni.cncf.io', attachmentDefinitionAdmission],
  ['clusteruserdefinednetworks.k8s.ovn.org', clusterUserDefinedNetworkAdmission],
  ['userdefinednetworks.k8s.ovn.org', userDefinedNetworkAdmission],
  ['virtualmachines.kubevirt.io', virtualMachineAdmission],
  ['virtualmachineinstances.kubevirt.io', virtualMachineInstanceAdmission],
]);

const NO_RULES: Admission = {};

/** The admission rules of a kind; empty rules for a kind that has none. */
export function admissionOf(kind: ResourceKind): Admission {
  return byKind.get(kind.id) ?? NO_RULES;
}
