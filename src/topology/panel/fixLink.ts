/** Where the fix of a finding is reviewed. */
export const fixLink = ({
  rule,
  subject,
}: {
  readonly rule: string;
  readonly subject: string;
}): string => `/vm-networks/fix?${new URLSearchParams({ rule, subject }).toString()}`;
