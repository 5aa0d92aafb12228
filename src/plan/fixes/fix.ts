/**
 * A mechanical fix of a finding as data: which object is changed, by which operations, and when
 * the change has taken effect. One rule, one file; a fix is pure and writes nothing.
 */
import type { KubeObject } from '../../cluster/kubeObject';
import type { Text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import type { ObjectRef, PatchOperation, Wait } from '../model';

export interface FixContext {
  readonly graph: NetworkGraph;
  /** The finding's subject, an entity id. */
  readonly subject: string;
}

export interface Fix {
  /** The rule whose findings it mends. */
  readonly rule: string;
  /** What it does, in one sentence for a button's tooltip and the review. */
  readonly purpose: Text;
  /** The object to change; undefined where this finding's subject is none that may be changed. */
  readonly targetOf: (context: FixContext) => ObjectRef | undefined;
  /**
   * Changes of the object as the API serves it; every operation is `add` or `replace` of what the
   * plan then tests first. Empty where there is nothing mechanical to change.
   */
  readonly operations: (object: KubeObject, context: FixContext) => readonly PatchOperation[];
  readonly waitFor: (ref: ObjectRef) => Wait;
}
