/** What one step of a job has to tell: its sentence, its nodes by stage, the raw message on demand. */
import { useState } from 'react';
import type { FC } from 'react';
import { CodeBlock, CodeBlockCode, ExpandableSection, Label } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { decodeMessage } from '../../doctor/decoders/decodeMessage';
import type { StepState } from '../../job/jobState';
import type { Step } from '../../plan/model';
import { NODE_TRIES } from '../../plan/progress';
import type { NodeProgress, NodeStage } from '../../plan/progress';
import { PathVerdict } from '../jobs/PathVerdict';
import type { Verdict } from '../jobs/jobVerdicts';
import { StageNote } from '../review/StageNote';

const COLOR: Readonly<Record<NodeStage, 'grey' | 'blue' | 'green' | 'orange' | 'red'>> = {
  waiting: 'grey',
  pending: 'grey',
  applying: 'blue',
  retrying: 'orange',
  applied: 'blue',
  verified: 'green',
  skipped: 'grey',
  failed: 'red',
  aborted: 'orange',
};

interface JobStepDetailProps {
  readonly step: Step;
  readonly state: StepState;
  readonly verdict: Verdict | undefined;
}

export const JobStepDetail: FC<JobStepDetailProps> = ({ step, state, verdict }) => {
  const t = useT();
  const sentence = useText();
  const [isRawShown, setRawShown] = useState(false);
  const decoded = state.raw === '' ? undefined : decodeMessage(state.raw);
  return (
    <div className="vm-networks-attach__detail">
      <p>{sentence(state.detail ?? step.purpose)}</p>
      <StageNote step={step} />
      {verdict === undefined ? null : <PathVerdict verdict={verdict} />}
      {state.nodes.length === 0 ? null : <NodeStages nodes={state.nodes} />}
      {decoded === undefined ? null : (
        <>
          <p>{sentence(decoded.sentence)}</p>
          <p>{sentence(decoded.fix)}</p>
        </>
      )}
      {state.raw === '' ? null : (
        <ExpandableSection
          toggleText={t('Message')}
          isExpanded={isRawShown || state.raw.length < SHORT_MESSAGE}
          onToggle={(_event, expanded) => setRawShown(expanded)}
        >
          <CodeBlock>
            <CodeBlockCode>{state.raw}</CodeBlockCode>
          </CodeBlock>
        </ExpandableSection>
      )}
    </div>
  );
};

/** Longer messages hold nmstate's log and stay folded until asked for. */
const SHORT_MESSAGE = 400;

/** Nodes that need to be looked at come first; a long tail of equal ones is counted. */
const RANK: Readonly<Record<NodeStage, number>> = {
  failed: 0,
  aborted: 1,
  retrying: 2,
  applying: 3,
  applied: 4,
  pending: 5,
  waiting: 6,
  skipped: 7,
  verified: 8,
};

const SHOWN_NODES = 20;

const NodeStages: FC<{ readonly nodes: readonly NodeProgress[] }> = ({ nodes }) => {
  const t = useT();
  const sorted = [...nodes].sort(
    (a, b) => RANK[a.stage] - RANK[b.stage] || (a.node < b.node ? -1 : 1),
  );
  return (
    <ul className="vm-networks-attach__nodes" aria-label={t('Nodes')}>
      {sorted.slice(0, SHOWN_NODES).map((node) => (
        <li key={node.node} data-test={`node-stage-${node.node}`}>
          <Label isCompact color={COLOR[node.stage]}>
            {stageText(node, t)}
          </Label>{' '}
          {node.node}
        </li>
      ))}
      {sorted.length > SHOWN_NODES ? (
        <li>{t('{{more}} more nodes', { more: sorted.length - SHOWN_NODES })}</li>
      ) : null}
    </ul>
  );
};

const stageText = (
  { stage, failedTries = 0 }: NodeProgress,
  t: ReturnType<typeof useT>,
): string => {
  const texts: Readonly<Record<NodeStage, string>> = {
    waiting: t('waiting'),
    pending: t('waiting for its turn'),
    applying: t('applying'),
    retrying:
      failedTries === 0
        ? t('retrying')
        : t('retrying, {{failed}} of {{total}} tries failed', {
            failed: failedTries,
            total: NODE_TRIES,
          }),
    applied: t('applied, being verified'),
    verified: t('applied and verified'),
    skipped: t('not ready, skipped'),
    failed: t('failed'),
    aborted: t('aborted'),
  };
  return texts[stage];
};
