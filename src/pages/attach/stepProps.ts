/** What every step of the form is drawn from. */
import type { NetworkGraph } from '../../network/networkGraph';
import type { Guard } from '../../plan/model';
import type { AttachForm } from './attachForm';

export interface StepProps {
  readonly graph: NetworkGraph;
  readonly form: AttachForm;
  readonly guards: readonly Guard[];
  readonly edit: (change: Partial<AttachForm>) => void;
}
