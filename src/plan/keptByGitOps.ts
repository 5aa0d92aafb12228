/**
 * That an object which a plan would change is kept in step with a repository by Argo CD or Flux: the tool
 * would put it back, or the change would be lost with the next sync (GIT-001).
 */
import type { Meta } from '../cluster/meta';
import { text } from '../cluster/text';
import { gitOpsOwner } from './gitOpsOwner';
import type { Guard, IntentField } from './model';

/** @param kind as people say it; @param meta of the object; undefined for one that is not there */
export const keptByGitOps = (
  field: IntentField,
  kind: string,
  meta: Meta | undefined,
): readonly Guard[] => {
  const owner = meta && gitOpsOwner(meta);
  if (meta === undefined || owner === undefined) return [];
  const name = meta.namespace === '' ? meta.name : `${meta.namespace}/${meta.name}`;
  const values = { kind, name, tool: owner.tool, application: owner.application };
  return [
    {
      id: 'GIT-001',
      level: owner.isCertain ? 'block' : 'warn',
      field,
      message: owner.isCertain
        ? text(
            '{{kind}} {{name}} is kept by {{tool}} ({{application}}) and is not written over.',
            values,
          )
        : text(
            '{{kind}} {{name}} may be kept by {{tool}} ({{application}}), which could undo the change.',
            values,
          ),
      fix: text('Export the change and put it into the repository.'),
    },
  ];
};
