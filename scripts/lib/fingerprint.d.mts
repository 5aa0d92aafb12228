/** Types of fingerprint.mjs for its tests. */
export function fingerprint(folder: string, inputs: readonly string[]): string;
