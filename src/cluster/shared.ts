/**
 * Values that thousands of objects have alike (node names, NAD keys, scheduling that restricts
 * nothing) are kept once. The heap is smaller, and looking such a name up in an index meets the
 * very same string, whose hash is known, instead of comparing two letter by letter.
 */

/** Names of a cluster of the design point, several times over; what comes after is not shared. */
const LIMIT = 50_000;

/** Gives the first value made for a key to all that ask for an equal one. */
export class Shared<T> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly make: (key: string) => T) {}

  of(key: string): T {
    const known = this.kept.get(key);
    if (known !== undefined || this.kept.has(key)) return known as T;
    const value = this.make(key);
    if (this.kept.size < LIMIT) this.kept.set(key, value);
    return value;
  }
}

const names = new Shared((name) => name);

// The words that checks compare with most: literals, so that comparing is looking at a pointer.
for (const word of ['ovs-interface', 'ovs-bridge', 'linux-bridge', 'ethernet']) names.of(word);

/** The same text, as one string for all that ask. */
export const sharedName = (name: string): string => names.of(name);
