/** What every step of the form is drawn from. */
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import type { Guard } from '../../plan/model';
import type { AttachForm } from './attachForm';

export interface StepProps {
  readonly graph: NetworkGraph;
  /** The nodes of the chosen selector, sorted; the same array until they change. */
  readonly nodes: readonly NodeView[];
  readonly form: AttachForm;
  readonly guards: readonly Guard[];
  readonly edit: (change: Partial<AttachForm>) => void;
}
