/** The values of an attribute, one or many, as words. */
import type { AttributeValue } from '../../network/model';

/** Empty for an attribute that is not there. */
export const attributeList = (value: AttributeValue | undefined): readonly string[] => {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
};
