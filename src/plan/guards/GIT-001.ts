/** GIT-001: an object that Argo CD or Flux keeps in step with a repository is not written over. */
import type { Meta } from '../../cluster/meta';
import { projectsToLabel } from '../cudnSteps';
import type { FlowContext } from '../flows/flow';
import { keptByGitOps } from '../keptByGitOps';
import type { GuardRule } from './guardRule';

export const GIT_001: GuardRule = {
  id: 'GIT-001',
  check: (context) => [
    ...context.intent.vms.flatMap(({ namespace, name }) =>
      keptByGitOps('vms', 'VM', context.graph.vms.get(`${namespace}/${name}`)?.vm?.meta),
    ),
    ...projectsToLabel(context).flatMap((project) =>
      keptByGitOps('projects', 'Namespace', namespaceMeta(context, project)),
    ),
    ...(context.intent.labelNodes ?? []).flatMap((node) =>
      keptByGitOps('nodes', 'Node', context.graph.nodes.get(node)?.record?.meta),
    ),
  ],
};

const namespaceMeta = ({ graph }: FlowContext, name: string): Meta | undefined =>
  graph.snapshot.namespaces.items.get(name)?.meta;
