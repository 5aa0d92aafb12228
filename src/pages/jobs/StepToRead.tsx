/** One step to be read and not edited: what it does, on which nodes, what it waits for, its document. */
import { useState } from 'react';
import type { FC } from 'react';
import { CodeBlock, CodeBlockCode, ExpandableSection, Label } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { ApiFailure } from '../../job/api';
import type { Step, Write } from '../../plan/model';
import { writeDocument } from '../../plan/writeDocument';
import { StageNote } from '../attach/StageNote';
import { waitSentence } from '../attach/waitSentence';
import { Notice } from '../../ui/Notice';
import { yamlOf } from '../../ui/yamlOf';

interface StepToReadProps {
  readonly step: Step;
  /** From 1. */
  readonly position: number;
  /** What the API server says to a dry run. */
  readonly failure?: ApiFailure;
}

const COLOR = { create: 'green', patch: 'blue', delete: 'red' } as const;

export const StepToRead: FC<StepToReadProps> = ({ step, position, failure }) => {
  const t = useT();
  const sentence = useText();
  const [isExpanded, setExpanded] = useState(false);
  const { ref, write, nodes } = step;
  const name = ref.namespace === '' ? ref.name : `${ref.namespace}/${ref.name}`;
  const labels: Readonly<Record<Write['type'], string>> = {
    create: t('new'),
    patch: t('patch'),
    delete: t('delete'),
  };
  return (
    <li className="vm-networks-attach__step" data-test={`planned-${step.id}`}>
      <h4 className="vm-networks-attach__step-title">
        {t('{{position}}. {{kind}} {{name}}', { position, kind: ref.kind, name })}{' '}
        <Label isCompact color={COLOR[write.type]}>
          {labels[write.type]}
        </Label>
      </h4>
      <p>{sentence(step.purpose)}</p>
      <StageNote step={step} />
      {step.gate === undefined ? null : <p>{sentence(waitSentence(step.gate))}</p>}
      <p className="vm-networks-attach__wait">{sentence(waitSentence(step.wait))}</p>
      {nodes.length === 0 ? null : <p>{t('Nodes: {{nodes}}', { nodes: nodes.join(', ') })}</p>}
      {failure === undefined ? null : (
        <Notice isInline variant="danger" title={t('The API server would refuse this.')}>
          {failure.message}
        </Notice>
      )}
      <ExpandableSection
        toggleText={t('YAML of {{name}}', { name })}
        isExpanded={isExpanded}
        onToggle={(_event, expanded) => setExpanded(expanded)}
      >
        <CodeBlock>
          <CodeBlockCode>{yamlOf(writeDocument(write))}</CodeBlockCode>
        </CodeBlock>
      </ExpandableSection>
    </li>
  );
};
