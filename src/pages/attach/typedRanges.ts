/** VLANs that a guest tags, as typed: `100, 200-210`; nothing typed is all of them. */
import type { VlanRange } from '../../plan/attachIntent';
import { typedList } from '../../ui/typedList';
import { typedNumber } from '../../ui/typedNumber';

const ALL_VLANS: readonly VlanRange[] = [{ min: 1, max: 4094 }];

/** What is no number becomes NaN, which the guards refuse. */
export const typedRanges = (typed: string): readonly VlanRange[] => {
  const parts = typedList(typed);
  if (parts.length === 0) return ALL_VLANS;
  return parts.map((part) => {
    const [min = '', max = min] = part.split('-');
    return { min: typedNumber(min) ?? Number.NaN, max: typedNumber(max) ?? Number.NaN };
  });
};
