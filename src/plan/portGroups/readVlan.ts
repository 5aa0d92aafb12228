/**
 * What a port group says about its VLAN, as PowerCLI and people write it: `VLAN 1924`, `1924`,
 * `VLAN Trunk [0-4094]`, nothing at all. On a standard switch 0 means no VLAN and 4095 means that all
 * VLANs are passed to the guest (vSphere Networking, "VLAN Configuration", and HostPortGroupSpec.vlanId).
 */
import { isVlanId } from '../names';
import type { VlanReading } from './portGroup';

/** The number that passes every VLAN on to the guest. */
const ALL_VLANS = 4095;

const NUMBER = /^(?:vlan(?:\s*id)?\s*[:=#-]?\s*)?(\d{1,9})$/i;
const NOTHING = /^(?:vlan\s*)?(?:none|untagged|null|n\/a|-)?$/i;
const SEVERAL = /trunk|\d\s*[-–,]\s*\d|\[/i;
const PRIVATE = /private|pvlan|promiscuous|isolated|community/i;

export const readVlan = (cell: string): VlanReading => {
  const written = cell.trim();
  if (NOTHING.test(written)) return { type: 'none' };
  const digits = NUMBER.exec(written)?.[1];
  if (digits !== undefined) return ofNumber(Number(digits), written);
  if (PRIVATE.test(written)) return { type: 'private', written };
  return SEVERAL.test(written) ? { type: 'trunk', written } : { type: 'invalid', written };
};

const ofNumber = (vlan: number, written: string): VlanReading => {
  if (vlan === 0) return { type: 'none' };
  if (vlan === ALL_VLANS) return { type: 'trunk', written };
  return isVlanId(vlan) ? { type: 'access', vlan } : { type: 'invalid', written };
};
