/** One resource of a plan: what it does, on which nodes, what it waits for, its YAML or its change. */
import { useState } from 'react';
import type { FC } from 'react';
import { ExpandableSection, Label } from '@patternfly/react-core';
import type { KubeObject } from '../../cluster/kubeObject';
import type { Text } from '../../cluster/text';
import { useText, useT } from '../../console/translation';
import type { ApiFailure } from '../../job/api';
import type { Guard, Step, Write } from '../../plan/model';
import { StepYaml } from './StepYaml';
import { StageNote } from './StageNote';
import { waitSentence } from './waitSentence';
import { Notice } from '../../ui/Notice';
import { Labels } from '../../ui/Labels';
import { ObjectDiff } from '../../ui/ObjectDiff';
import { RefusalText } from '../../ui/RefusalText';

interface PlannedStepProps {
  readonly step: Step;
  /** From 1. */
  readonly position: number;
  /** Whether its document is shown before anybody asks for it. */
  readonly isOpenAtFirst?: boolean;
  /** What the API server says to a dry run. */
  readonly failure?: ApiFailure | undefined;
  /** Why the user may not write it. */
  readonly denied?: Text | undefined;
  /** Why what was typed cannot be written. */
  readonly refused?: readonly Guard[] | undefined;
  /** Undefined where it is only to be read. */
  readonly onEdit?: (body: KubeObject) => void;
}

const COLORS = { create: 'green', patch: 'blue', delete: 'red' } as const;

export const PlannedStep: FC<PlannedStepProps> = ({
  step,
  position,
  isOpenAtFirst = false,
  failure,
  denied,
  refused = [],
  onEdit,
}) => {
  const t = useT();
  const sentence = useText();
  const [isExpanded, setExpanded] = useState(isOpenAtFirst);
  const title =
    step.ref.namespace === '' ? step.ref.name : `${step.ref.namespace}/${step.ref.name}`;
  const { write } = step;
  const labels: Readonly<Record<Write['type'], string>> = {
    create: t('new'),
    patch: t('patch'),
    delete: t('delete'),
  };
  return (
    <li className="vm-networks-attach__step" data-test={`planned-${step.id}`}>
      <h4 className="vm-networks-attach__step-title">
        {t('{{position}}. {{kind}} {{name}}', { position, kind: step.ref.kind, name: title })}{' '}
        <Label isCompact color={COLORS[write.type]}>
          {labels[write.type]}
        </Label>
      </h4>
      <p>{sentence(step.purpose)}</p>
      <StageNote step={step} />
      {step.gate === undefined ? null : <p>{sentence(waitSentence(step.gate))}</p>}
      <p className="vm-networks-attach__wait">{sentence(waitSentence(step.wait))}</p>
      {step.nodes.length === 0 ? null : (
        <Labels categoryName={t('Nodes')} numLabels={6}>
          {step.nodes.map((node) => (
            <Label key={node} isCompact>
              {node}
            </Label>
          ))}
        </Labels>
      )}
      {denied === undefined ? null : (
        <Notice isInline variant="warning" data-test="step-denied" title={sentence(denied)} />
      )}
      {failure === undefined ? null : (
        <Notice isInline variant="danger" title={t('The API server would refuse this.')}>
          <RefusalText message={failure.message} />
        </Notice>
      )}
      <ExpandableSection
        toggleText={
          write.type === 'patch'
            ? t('Patch of {{name}}', { name: title })
            : t('YAML of {{name}}', { name: title })
        }
        isExpanded={isExpanded}
        onToggle={(_event, expanded) => setExpanded(expanded)}
      >
        {write.type === 'patch' ? <ObjectDiff before={write.before} after={write.after} /> : null}
        <StepYaml step={step} name={title} refused={refused} onEdit={onEdit} />
      </ExpandableSection>
    </li>
  );
};
