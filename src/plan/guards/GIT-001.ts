/**
 * GIT-001: an object that Argo CD or Flux keeps in step with a repository is not written over: the
 * tool would put it back, or the change would be lost with the next sync.
 */
import type { Meta } from '../../cluster/meta';
import { text } from '../../cluster/text';
import type { FlowContext } from '../flows/flow';
import { gitOpsOwner } from '../gitOpsOwner';
import { projectsToLabel } from '../cudnSteps';
import type { Guard, IntentField } from '../model';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'GIT-001';

export const GIT_001: GuardRule = {
  id: ID,
  check: (context) => [
    ...context.intent.vms.flatMap(({ namespace, name }) =>
      owned('vms', 'VM', context.graph.vms.get(`${namespace}/${name}`)?.vm?.meta),
    ),
    ...projectsToLabel(context).flatMap((project) =>
      owned('projects', 'Namespace', namespaceMeta(context, project)),
    ),
    ...(context.intent.labelNodes ?? []).flatMap((node) =>
      owned('nodes', 'Node', context.graph.nodes.get(node)?.record?.meta),
    ),
  ],
};

const namespaceMeta = ({ graph }: FlowContext, name: string): Meta | undefined =>
  graph.snapshot.namespaces.items.get(name)?.meta;

const owned = (field: IntentField, kind: string, meta: Meta | undefined): readonly Guard[] => {
  if (meta === undefined) return [];
  const owner = gitOpsOwner(meta);
  if (owner === undefined) return [];
  const name = meta.namespace === '' ? meta.name : `${meta.namespace}/${meta.name}`;
  const values = { kind, name, tool: owner.tool, application: owner.application };
  return [
    guard(
      ID,
      owner.isCertain ? 'block' : 'warn',
      field,
      owner.isCertain
        ? text(
            '{{kind}} {{name}} is kept by {{tool}} ({{application}}) and is not written over.',
            values,
          )
        : text(
            '{{kind}} {{name}} may be kept by {{tool}} ({{application}}), which could undo the change.',
            values,
          ),
      text('Export the change and put it into the repository.'),
    ),
  ];
};
