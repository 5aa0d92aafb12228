/**
 * Which object a finding's mechanical fix changes, or why none is: an object that a controller or
 * a GitOps tool keeps is changed where it is kept, or the change would be taken back.
 */
import type { Meta } from '../cluster/meta';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import { FIX_OF_RULE } from './fixes';
import type { Fix } from './fixes/fix';
import { gitOpsOwner } from './gitOpsOwner';
import type { ObjectRef } from './model';

/** `none`: the rule has no mechanical fix. `kept`: it has, but somebody else keeps the object. */
export type FixTarget =
  | { readonly type: 'none' }
  | { readonly type: 'kept'; readonly reason: Text }
  | { readonly type: 'own'; readonly fix: Fix; readonly ref: ObjectRef };

const NONE: FixTarget = { type: 'none' };

const metaOf = ({ snapshot }: NetworkGraph, ref: ObjectRef): Meta | undefined =>
  ref.kind === 'NetworkAttachmentDefinition'
    ? snapshot.nads.items.get(`${ref.namespace}/${ref.name}`)?.meta
    : snapshot.policies.items.get(ref.name)?.meta;

/** Why the object is not for us to change; undefined where it is. */
const whyKept = (ref: ObjectRef, meta: Meta): Text | undefined => {
  const [owner] = meta.owners;
  const values = { kind: ref.kind, name: ref.name };
  if (owner !== undefined) {
    return text('{{kind}} {{name}} is made from {{ownerKind}} {{owner}}: change that one.', {
      ...values,
      ownerKind: owner.kind,
      owner: owner.name,
    });
  }
  const keeper = gitOpsOwner(meta);
  return keeper === undefined
    ? undefined
    : text('{{kind}} {{name}} is kept by {{tool}} ({{application}}): change it there.', {
        ...values,
        tool: keeper.tool,
        application: keeper.application,
      });
};

/** Of a finding: its rule's id and its subject. */
export const fixTarget = (graph: NetworkGraph, rule: string, subject: string): FixTarget => {
  const fix = FIX_OF_RULE.get(rule);
  const ref = fix?.targetOf({ graph, subject });
  if (fix === undefined || ref === undefined) return NONE;
  const meta = metaOf(graph, ref);
  const reason = meta === undefined ? undefined : whyKept(ref, meta);
  return reason === undefined ? { type: 'own', fix, ref } : { type: 'kept', reason };
};
