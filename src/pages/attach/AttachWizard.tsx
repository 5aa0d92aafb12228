/** The four steps of the form; nothing is written before the review is confirmed. */
import { useCallback, useMemo, useState } from 'react';
import type { FC } from 'react';
import { Wizard, WizardStep } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { checkAttachIntent } from '../../plan/checkAttachIntent';
import type { AttachIntent } from '../../plan/attachIntent';
import type { Guard, IntentField, Plan } from '../../plan/model';
import { nodesOfIntent } from '../../plan/nodeChoices';
import { planAttach } from '../../plan/planAttach';
import { proposeFlows } from '../../plan/proposeFlows';
import type { StartingPoint } from '../../plan/startingPoint';
import { chosenProposal, editForm, initialForm, intentOf, wishOf } from './attachForm';
import type { AttachForm } from './attachForm';
import { vmObjectsOf } from '../review/vmObjectsOf';
import { vmRef } from '../review/vmRef';
import { applicablePlan } from '../review/applicablePlan';
import { PlanPreview } from '../review/PlanPreview';
import { usePlanReview } from '../review/usePlanReview';
import type { PlanDraft } from '../review/usePlanReview';
import { NodesStep } from './NodesStep';
import { useProjectRights } from './useProjectRights';
import { useStepRights } from '../review/useStepRights';
import { useWizardToggleLabel } from './useWizardToggleLabel';
import { VmStep } from './VmStep';
import { WishStep } from './WishStep';

interface AttachWizardProps {
  readonly graph: NetworkGraph;
  readonly jobId: string;
  readonly diagnosis: Diagnosis;
  readonly start: StartingPoint;
  readonly onApply: (plan: Plan) => void;
  readonly onCancel: () => void;
}

const WISH_FIELDS: readonly IntentField[] = ['vlan', 'networkName', 'mtu', 'addresses'];
const VM_FIELDS: readonly IntentField[] = ['vms', 'projects'];
const NODE_FIELDS: readonly IntentField[] = ['flow', 'nodes', 'uplink', 'bridgeName', 'nic'];

/** Where the plan may write: VMs may be in projects that a network in `default` serves. */
const namespacesOf = ({ projects, vms }: AttachForm): readonly string[] => [
  ...projects,
  ...vms.map((vm) => vm.slice(0, vm.indexOf('/'))),
];

const blocks = (guards: readonly Guard[], fields: readonly IntentField[]): boolean =>
  guards.some((guard) => guard.level === 'block' && fields.includes(guard.field));

const draftOf = (graph: NetworkGraph, intent: AttachIntent): PlanDraft => ({
  key: JSON.stringify(intent),
  refs: intent.vms.map(vmRef),
  plan: (objects) => planAttach(graph, intent, vmObjectsOf(objects)),
  ...(intent.labelNodes === undefined ? {} : { labelNodes: intent.labelNodes }),
});

export const AttachWizard: FC<AttachWizardProps> = ({
  graph,
  diagnosis,
  jobId,
  start,
  onApply,
  onCancel,
}) => {
  const t = useT();
  const [form, setForm] = useState<AttachForm>(() => initialForm(graph, start));
  const [stepId, setStepId] = useState('network');
  const wish = useMemo(() => wishOf(form, jobId), [form, jobId]);
  const rights = useProjectRights(graph);
  const mayNot = useStepRights(namespacesOf(form));
  const proposals = useMemo(() => proposeFlows(graph, wish, mayNot), [graph, wish, mayNot]);
  const chosen = chosenProposal(form, proposals);
  const intent = useMemo(
    () => chosen && intentOf(graph, form, wish, chosen),
    [graph, form, wish, chosen],
  );
  const guards = useMemo(
    () => (intent === undefined ? [] : checkAttachIntent(graph, intent)),
    [graph, intent],
  );
  const edit = useCallback(
    (change: Partial<AttachForm>) => setForm((current) => editForm(current, change)),
    [],
  );
  const nodes = useMemo(() => nodesOfIntent(graph, wish), [graph, wish]);
  const draft = intent === undefined || stepId !== 'review' ? undefined : draftOf(graph, intent);
  const tools = usePlanReview(draft, { graph, diagnosis });
  const labelToggle = useWizardToggleLabel();
  if (intent === undefined) return null;
  const props = { graph, nodes, form, wish, proposals, intent, guards, rights, edit };
  const wishBlocked = blocks(guards, WISH_FIELDS);
  const vmsBlocked = wishBlocked || blocks(guards, VM_FIELDS);
  const nodesBlocked = vmsBlocked || blocks(guards, NODE_FIELDS);
  const plan = nodesBlocked || draft === undefined ? undefined : applicablePlan(tools.review);
  const apply = (): void => {
    if (plan !== undefined) onApply(plan);
  };
  return (
    <div ref={labelToggle} className="vm-networks-attach__frame">
      <Wizard
        className="vm-networks-attach__wizard"
        height="100%"
        navAriaLabel={t('Steps')}
        onClose={onCancel}
        onSave={apply}
        onStepChange={(_event, step) => setStepId(String(step.id))}
        isVisitRequired
      >
        <WizardStep
          name={t('Network')}
          body={{ 'aria-label': t('Network') }}
          id="network"
          footer={footer(t, { isNextDisabled: wishBlocked })}
        >
          <WishStep {...props} />
        </WizardStep>
        <WizardStep
          name={t('Virtual machines')}
          body={{ 'aria-label': t('Virtual machines') }}
          id="vms"
          isDisabled={wishBlocked}
          footer={footer(t, { isNextDisabled: vmsBlocked })}
        >
          <VmStep {...props} />
        </WizardStep>
        <WizardStep
          name={t('Nodes and way')}
          body={{ 'aria-label': t('Nodes and way') }}
          id="nodes"
          isDisabled={vmsBlocked}
          footer={footer(t, { isNextDisabled: nodesBlocked })}
        >
          <NodesStep {...props} />
        </WizardStep>
        <WizardStep
          name={t('Review')}
          body={{ 'aria-label': t('Review') }}
          id="review"
          isDisabled={nodesBlocked}
          footer={{
            ...footer(t, { isNextDisabled: plan === undefined }),
            nextButtonText: t('Apply'),
          }}
        >
          <PlanPreview
            tools={tools}
            // What happens to each VM stands in the review, by VM.
            guards={guards.filter(({ id }) => id !== 'PRE-007')}
            intent={intent}
          />
        </WizardStep>
      </Wizard>
    </div>
  );
};

const footer = (t: ReturnType<typeof useT>, state: { readonly isNextDisabled: boolean }) => ({
  ...state,
  nextButtonText: t('Next'),
  backButtonText: t('Back'),
  cancelButtonText: t('Cancel'),
});
