/** What a console function that this host does not have says, once, where a developer looks. */
const said = new Set<string>();

/** Warns that `name` is the real console's only. */
export function warnAbsent(name: string) {
  if (said.has(name)) return;
  said.add(name);
  console.warn(`${name} is not part of the development console; it works in the real one.`);
}
