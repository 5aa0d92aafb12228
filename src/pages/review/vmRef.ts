/** A VM, or the one of a NIC, as the API knows it. */
import type { ObjectRef } from '../../plan/model';
import type { NicChoice } from '../../plan/nicChoice';

export const vmRef = ({ namespace, name }: Pick<NicChoice, 'namespace' | 'name'>): ObjectRef => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  namespace,
  name,
});
