/** The Problems tab with one problem opened. */
export const problemLink = ({
  rule,
  subject,
}: {
  readonly rule: string;
  readonly subject: string;
}): string =>
  `/vm-networks/problems?${new URLSearchParams({ rule, open: `${rule} ${subject}` }).toString()}`;
