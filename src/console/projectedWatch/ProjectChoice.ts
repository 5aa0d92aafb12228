/**
 * Which projects are read for somebody who may not read the whole cluster: those the person chose, else the
 * first by name, and in any case the one the console is in. One choice serves all kinds, and is not React,
 * because watches follow it.
 */

/** Projects that are read at once: each costs a socket per kind. */
export const PROJECT_LIMIT = 10;

export class ProjectChoice {
  private readonly listeners = new Set<() => void>();
  private chosen: readonly string[] = [];
  private active = '';

  /**
   * @param chosen names; none for the first by name
   * @param active the project that the console is in; '' for none
   */
  set(chosen: readonly string[], active: string): void {
    const isSame =
      active === this.active &&
      chosen.length === this.chosen.length &&
      chosen.every((name, index) => name === this.chosen[index]);
    if (isSame) return;
    this.chosen = chosen;
    this.active = active;
    [...this.listeners].forEach((listener) => listener());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * The projects to read, in the order of their names. What was chosen and is gone is left out.
   * @param visible names of the projects that the person can see
   */
  among(visible: readonly string[]): readonly string[] {
    const known = new Set(visible);
    const chosen = this.chosen.filter((name) => known.has(name));
    const wanted = chosen.length === 0 ? [...visible].sort() : chosen;
    const active = known.has(this.active) ? [this.active] : [];
    return [...new Set([...active, ...wanted])].slice(0, PROJECT_LIMIT).sort();
  }
}
