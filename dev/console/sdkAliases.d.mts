/** Types of sdkAliases.mjs for its tests. */
export const providedModules: Readonly<Record<string, string>>;
export function consoleRequestsIn(source: string): string[];
export function sdkAliases(
  sdkDirectory: string,
  providedDirectory: string,
  table?: Readonly<Record<string, string>>,
): Record<string, string>;
