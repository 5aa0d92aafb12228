/** NAD-003: `netAttachDefName` must name the NAD itself. */
import { text } from '../../cluster/text';
import type { Fix } from './fix';
import { editConfig, nadAccepted, nadKeyOf, nadTarget } from './nadFix';

export const FIX_NAD_003: Fix = {
  rule: 'NAD-003',
  purpose: text('Set netAttachDefName to the namespace and name of the NAD'),
  targetOf: nadTarget,
  operations: (nad, { subject }) =>
    editConfig(nad, (plugin) => ({ ...plugin, netAttachDefName: nadKeyOf(subject) })),
  waitFor: nadAccepted,
};
