/** The Problems tab with one problem opened. */

/** What tells a problem from others: its rule, and the id of the entity to fix. */
export interface ProblemKey {
  readonly rule: string;
  readonly subject: string;
}

export const problemLink = ({ rule, subject }: ProblemKey): string =>
  `/vm-networks/problems?${new URLSearchParams({ rule, open: `${rule} ${subject}` }).toString()}`;
