/** What every step of the form is drawn from. */
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import type { AttachIntent } from '../../plan/attachIntent';
import type { Guard } from '../../plan/model';
import type { ProjectRights } from '../../plan/networkUse';
import type { FlowProposal } from '../../plan/proposeFlows';
import type { Wish } from '../../plan/wish';
import type { AttachForm } from './attachForm';

export interface StepProps {
  readonly graph: NetworkGraph;
  /** The chosen nodes, sorted; the same array until they change. */
  readonly nodes: readonly NodeView[];
  readonly form: AttachForm;
  readonly wish: Wish;
  /** Least change first. */
  readonly proposals: readonly FlowProposal[];
  readonly intent: AttachIntent;
  readonly guards: readonly Guard[];
  readonly rights: ProjectRights;
  readonly edit: (change: Partial<AttachForm>) => void;
}
