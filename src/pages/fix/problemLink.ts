/** The Problems tab with one problem opened. */

import type { FindingKey } from '../../plan/model';

export const problemLink = ({ rule, subject }: FindingKey): string =>
  `/vm-networks/problems?${new URLSearchParams({ rule, open: `${rule} ${subject}` }).toString()}`;
