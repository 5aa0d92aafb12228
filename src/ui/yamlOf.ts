/**
 * An object as the YAML that a person would write: what stands in it twice is written twice, not once with
 * an anchor and then as a reference to it.
 */
import { stringify } from 'yaml';

export const yamlOf = (object: unknown): string =>
  stringify(object, { aliasDuplicateObjects: false });
