/** The VM of a NIC, as the API knows it. */
import type { ObjectRef } from '../../plan/model';
import type { NicChoice } from '../../plan/nicChoice';

export const vmRef = ({ namespace, name }: NicChoice): ObjectRef => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  namespace,
  name,
});
