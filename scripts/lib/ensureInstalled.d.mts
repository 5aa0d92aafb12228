/** Types of ensureInstalled.mjs for its tests. */
export function isInstalled(folder: string): boolean;
