/** NAD-011: OVN-Kubernetes refuses a NAD with an IPAM plugin, so dropping it takes nothing away. */
import { text } from '../../cluster/text';
import type { Fix } from './fix';
import { editConfig, nadAccepted, nadTarget } from './nadFix';

export const FIX_NAD_011: Fix = {
  rule: 'NAD-011',
  purpose: text('Drop the IPAM plugin, which OVN-Kubernetes refuses'),
  targetOf: nadTarget,
  operations: (nad) =>
    editConfig(nad, (plugin) =>
      Object.fromEntries(Object.entries(plugin).filter(([key]) => key !== 'ipam')),
    ),
  waitFor: nadAccepted,
};
