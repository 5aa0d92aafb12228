/**
 * NAD-010: the VLAN id under the key that the plugin reads, as a number. An id out of range has no
 * mechanical fix: which one is meant only the network's owner knows.
 */
import type { JsonRecord } from '../../cluster/json';
import { text } from '../../cluster/text';
import type { Fix } from './fix';
import { editConfig, nadTarget } from './nadFix';

const OVN_TYPE = 'ovn-k8s-cni-overlay';
const MAX_VLAN = 4094;

/** The id as a number, of text too; undefined when it is none that a frame can carry. */
const vlanOf = (value: unknown): number | undefined => {
  const isWritten = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  const vlan = isWritten ? Number(value) : Number.NaN;
  return Number.isInteger(vlan) && vlan >= 1 && vlan <= MAX_VLAN ? vlan : undefined;
};

const mended = (plugin: JsonRecord): JsonRecord => {
  const [right, wrong] = plugin.type === OVN_TYPE ? ['vlanID', 'vlan'] : ['vlan', 'vlanID'];
  const written = plugin[right] ?? plugin[wrong];
  const vlan = vlanOf(written);
  if (vlan === undefined) return plugin;
  const kept = Object.fromEntries(Object.entries(plugin).filter(([key]) => key !== wrong));
  return { ...kept, [right]: vlan };
};

export const FIX_NAD_010: Fix = {
  rule: 'NAD-010',
  purpose: text('Write the VLAN id as a number under the key that the plugin reads'),
  targetOf: nadTarget,
  operations: (nad) => editConfig(nad, mended),
  waitFor: () => ({ type: 'none' }),
};
