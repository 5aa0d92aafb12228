/**
 * How many of a person's projects the page reads, and which: for those who may not read the whole cluster and
 * have more projects than are read at once. The choice itself is loaded for them only.
 */
import { Suspense, lazy, useMemo } from 'react';
import type { FC } from 'react';
import type { Snapshot } from '../../cluster/snapshot';
import { PROJECT_LIMIT } from '../../console/projectedWatch/ProjectChoice';

const ProjectPopover = lazy(() => import('./ProjectPopover'));

interface ProjectScopeProps {
  readonly snapshot: Snapshot;
}

export const ProjectScope: FC<ProjectScopeProps> = ({ snapshot }) => {
  const { vms, nads, namespaces } = snapshot;
  const isByProject = [vms, nads].some((listing) => listing.namespaces !== undefined);
  const names = useMemo(() => [...namespaces.items.keys()].sort(), [namespaces]);
  if (!isByProject || names.length <= PROJECT_LIMIT) return null;
  return (
    <Suspense fallback={null}>
      <ProjectPopover names={names} />
    </Suspense>
  );
};
