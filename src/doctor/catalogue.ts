/** The rules as a list for the Problems tab and the documentation, derived from the table. */
import type { Text } from '../cluster/text';
import type { Severity, Tier } from './model';
import { RULES } from './rules';

export interface CatalogueEntry {
  readonly id: string;
  readonly title: Text;
  /** Highest severity the rule can give. */
  readonly severity: Severity;
  readonly tier: Tier;
}

export const CATALOGUE: readonly CatalogueEntry[] = RULES.map(({ id, title, severity, tier }) => ({
  id,
  title,
  severity,
  tier,
}));
