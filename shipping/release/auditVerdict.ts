/**
 * Reads what `npm audit --json` says: vulnerabilities of high severity and above that nobody has explained.
 * A registry that does not answer the question is "unknown", and never "none".
 */
import { isRecord } from '../../dev/api-server/json';

export type AuditVerdict =
  | { readonly state: 'clean' }
  | { readonly state: 'vulnerable'; readonly lines: readonly string[] }
  | { readonly state: 'unknown'; readonly reason: string };

/** Advisory to the reason why it does not concern what is shipped. Empty is the aim. */
export const EXPLAINED: ReadonlyMap<string, string> = new Map();

const LOUD = new Set(['high', 'critical']);

/**
 * @param answer standard output of `npm audit --json`
 * @param explained advisories (their addresses) that may be there
 */
export function auditVerdict(
  answer: string,
  explained: ReadonlyMap<string, string> = EXPLAINED,
): AuditVerdict {
  let parsed: unknown;
  try {
    parsed = JSON.parse(answer);
  } catch {
    return { state: 'unknown', reason: 'npm audit gave no JSON' };
  }
  const vulnerabilities = isRecord(parsed) ? parsed.vulnerabilities : undefined;
  if (!isRecord(vulnerabilities)) {
    const message = isRecord(parsed) && typeof parsed.message === 'string' ? parsed.message : '';
    return { state: 'unknown', reason: message || 'npm audit does not list vulnerabilities' };
  }
  const lines = Object.entries(vulnerabilities).flatMap(([name, entry]) => {
    const causes = isRecord(entry) && Array.isArray(entry.via) ? entry.via : [];
    // A name instead of an advisory says that another entry of the list is the cause.
    return causes
      .filter(isRecord)
      .filter(({ severity }) => LOUD.has(String(severity)))
      .filter(({ url }) => !explained.has(String(url)))
      .map(
        ({ severity, title, url }) =>
          `${name}: ${String(severity)}: ${String(title)} (${String(url)})`,
      );
  });
  return lines.length === 0 ? { state: 'clean' } : { state: 'vulnerable', lines };
}
