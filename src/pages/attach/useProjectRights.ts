/**
 * What the user may do with the VMs that are seen, project by project, by access reviews: one
 * question where the answer is "everything", else one or two per project with VMs. What is not
 * answered (yet) is not refused; the review asks again for each step.
 */
import { useEffect, useMemo, useState } from 'react';
import { MODELS } from '../../cluster/models';
import { reviewAccess } from '../../console/reviewAccess';
import { inParallel } from '../../job/inParallel';
import type { NetworkGraph } from '../../network/networkGraph';
import { ALL_RIGHTS } from '../../plan/networkUse';
import type { ProjectRights } from '../../plan/networkUse';

/** Projects that are asked about; of the others nothing is known, so nothing is refused there. */
const MOST_PROJECTS = 50;

const AT_ONCE = 6;

const mayPatchVms = (namespace: string): Promise<boolean | undefined> =>
  reviewAccess({
    verb: 'patch',
    group: MODELS.vms.apiGroup,
    resource: MODELS.vms.plural,
    namespace,
  });

const mayMakeNads = (namespace: string): Promise<boolean | undefined> =>
  reviewAccess({
    verb: 'create',
    group: MODELS.nads.apiGroup,
    resource: MODELS.nads.plural,
    namespace,
  });

const allowedIn = async (
  namespaces: readonly string[],
  ask: (namespace: string) => Promise<boolean | undefined>,
): Promise<ReadonlySet<string>> => {
  const answers = await inParallel(namespaces, AT_ONCE, ask);
  return new Set(namespaces.filter((_namespace, index) => answers[index] !== false));
};

const askRights = async (namespaces: readonly string[]): Promise<ProjectRights> => {
  if ((await mayPatchVms('')) !== false) return ALL_RIGHTS;
  const vms = await allowedIn(namespaces.slice(0, MOST_PROJECTS), mayPatchVms);
  const nads = await allowedIn([...vms], mayMakeNads);
  const others = namespaces.slice(MOST_PROJECTS);
  return { vms: new Set([...vms, ...others]), nads: new Set([...nads, ...others]) };
};

export const useProjectRights = (graph: NetworkGraph): ProjectRights => {
  const [rights, setRights] = useState<ProjectRights>(ALL_RIGHTS);
  const seen = useMemo(
    () => [...new Set([...graph.vms.values()].map(({ namespace }) => namespace))].sort().join(' '),
    [graph],
  );
  useEffect(() => {
    let current = true;
    const namespaces = seen.split(' ').filter((namespace) => namespace !== '');
    void askRights(namespaces).then((answer) => {
      if (current) setRights(answer);
    });
    return () => {
      current = false;
    };
  }, [seen]);
  return rights;
};
