/**
 * Whether the VMs that a user may change can be attached to a network, and why not. A VM uses
 * attachment definitions of its own project and of the few that serve all (Multus isolates the
 * others); where there is none, one has to be made there.
 */
import { nadUsableFrom } from '../cluster/resolveNad';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';

export interface ProjectRights {
  /** Projects whose VMs the user may change; undefined is all. */
  readonly vms?: ReadonlySet<string>;
  /** Those of them in which the user may make attachment definitions; undefined is all. */
  readonly nads?: ReadonlySet<string>;
}

/** Somebody who may do everything, or of whom nothing else is known. */
export const ALL_RIGHTS: ProjectRights = {};

/** @param projects those in which the network has an attachment definition */
export const whyNotUsable = (
  projects: readonly string[],
  { vms, nads = vms }: ProjectRights,
): Text | undefined => {
  if (vms === undefined) return undefined;
  if (vms.size === 0) return text('You may not change any VM that you see.');
  const own = [...vms].sort();
  const isOffered = own.some((vm) => projects.some((nad) => nadUsableFrom(vm, nad)));
  if (isOffered || own.some((project) => nads?.has(project) === true)) return undefined;
  return text(
    'It is offered in {{projects}} only; you may change VMs in {{own}} and may not offer it there.',
    { projects: projects.length === 0 ? '–' : projects.join(', '), own: own.join(', ') },
  );
};
