/** Types of requireNode.mjs for its tests. */
export function requireNode(version?: string): void;
