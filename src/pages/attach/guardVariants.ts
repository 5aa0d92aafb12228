/** How loud a guard is said: the variant of its notice, by its level. */
import type { GuardLevel } from '../../plan/model';

export const GUARD_VARIANTS: Readonly<Record<GuardLevel, 'danger' | 'warning' | 'info'>> = {
  block: 'danger',
  warn: 'warning',
  info: 'info',
};
