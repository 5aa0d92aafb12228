/** The four steps of the form; nothing is written before the review is confirmed. */
import { useCallback, useMemo, useState } from 'react';
import type { FC } from 'react';
import { Wizard, WizardStep } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { checkAttachIntent } from '../../plan/checkAttachIntent';
import type { Guard, IntentField, Plan } from '../../plan/model';
import { nodesOfSelector, selectorFromId } from '../../plan/nodeChoices';
import { editForm, initialForm, intentOf } from './attachForm';
import type { AttachForm, Prefill } from './attachForm';
import { NetworkStep } from './NetworkStep';
import { ReviewStep } from './ReviewStep';
import { UplinkStep } from './UplinkStep';
import { useReview } from './useReview';
import type { Review } from './useReview';
import { VmStep } from './VmStep';

interface AttachWizardProps {
  readonly graph: NetworkGraph;
  readonly jobId: string;
  readonly prefill: Prefill;
  readonly onApply: (plan: Plan) => void;
  readonly onCancel: () => void;
}

const UPLINK_FIELDS: readonly IntentField[] = ['nodes', 'uplink', 'bridgeName', 'nic'];
const NETWORK_FIELDS: readonly IntentField[] = ['vlan', 'networkName', 'mtu'];
const VM_FIELDS: readonly IntentField[] = ['vms', 'projects'];

const blocks = (guards: readonly Guard[], fields: readonly IntentField[]): boolean =>
  guards.some((guard) => guard.level === 'block' && fields.includes(guard.field));

const isAccepted = (review: Review): boolean =>
  review.state === 'ready' &&
  review.dryRun !== undefined &&
  [...review.dryRun.values()].every((result) => result.failure === undefined);

export const AttachWizard: FC<AttachWizardProps> = ({
  graph,
  jobId,
  prefill,
  onApply,
  onCancel,
}) => {
  const t = useT();
  const [form, setForm] = useState<AttachForm>(() => initialForm(graph, prefill));
  const [stepId, setStepId] = useState('uplink');
  const intent = useMemo(() => intentOf(form, jobId), [form, jobId]);
  const guards = useMemo(() => checkAttachIntent(graph, intent), [graph, intent]);
  const review = useReview(graph, intent, stepId === 'review');
  const edit = useCallback((change: Partial<AttachForm>) => {
    setForm((current) => editForm(current, change));
  }, []);
  const nodes = useMemo(
    () => nodesOfSelector(graph, selectorFromId(form.selectorId)),
    [graph, form.selectorId],
  );
  const props = { graph, nodes, form, guards, edit };
  const uplinkBlocked = blocks(guards, UPLINK_FIELDS);
  const networkBlocked = uplinkBlocked || blocks(guards, NETWORK_FIELDS);
  const vmsBlocked = networkBlocked || blocks(guards, VM_FIELDS);
  const canApply = !vmsBlocked && isAccepted(review);
  const apply = (): void => {
    if (canApply && review.state === 'ready') onApply(review.plan);
  };
  return (
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
        name={t('Nodes and uplink')}
        id="uplink"
        footer={footer(t, { isNextDisabled: uplinkBlocked })}
      >
        <UplinkStep {...props} />
      </WizardStep>
      <WizardStep
        name={t('Network')}
        id="network"
        isDisabled={uplinkBlocked}
        footer={footer(t, { isNextDisabled: networkBlocked })}
      >
        <NetworkStep {...props} />
      </WizardStep>
      <WizardStep
        name={t('Virtual machines')}
        id="vms"
        isDisabled={networkBlocked}
        footer={footer(t, { isNextDisabled: vmsBlocked })}
      >
        <VmStep {...props} />
      </WizardStep>
      <WizardStep
        name={t('Review')}
        id="review"
        isDisabled={vmsBlocked}
        footer={{ ...footer(t, { isNextDisabled: !canApply }), nextButtonText: t('Apply') }}
      >
        <ReviewStep review={review} guards={guards} />
      </WizardStep>
    </Wizard>
  );
};

const footer = (t: ReturnType<typeof useT>, state: { readonly isNextDisabled: boolean }) => ({
  ...state,
  nextButtonText: t('Next'),
  backButtonText: t('Back'),
  cancelButtonText: t('Cancel'),
});
