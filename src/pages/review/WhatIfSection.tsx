/** What the change would do: findings that would come or go, and the picture with what is intended. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Content, List, ListItem } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { Diagnosis, Finding } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Plan } from '../../plan/model';
import { SmallTopology } from '../../topology/view/SmallTopology';
import { drawnScope, whatIf } from './whatIf';
import { Notice } from '../../ui/Notice';

interface WhatIfSectionProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly plan: Plan;
}

/** What is said of very many findings would not be read. */
const SHOWN = 8;

export const WhatIfSection: FC<WhatIfSectionProps> = ({ graph, diagnosis, plan }) => {
  const t = useT();
  // Worked out once per plan: the graph of the review stays the one the plan was made on.
  const forecast = useMemo(
    () => whatIf(graph, diagnosis, plan, Date.now()),
    [graph, diagnosis, plan],
  );
  const { appear, vanish } = forecast.findings;
  const scope = drawnScope(forecast.drawn, plan);
  return (
    <div className="vm-networks-attach__detail">
      <Content component="h3">{t('What it would change')}</Content>
      {appear.length + vanish.length === 0 ? (
        <p data-test="what-if-none">{t('No problem would appear and none would go.')}</p>
      ) : null}
      <Findings title={t('Problems that would appear')} variant="warning" findings={appear} />
      <Findings title={t('Problems that would go')} variant="success" findings={vanish} />
      {scope === '' ? null : (
        <>
          <p>{t('Dashed: intended, and not there yet.')}</p>
          <SmallTopology
            graph={forecast.drawn}
            diagnosis={forecast.drawnDiagnosis}
            scope={scope}
            selection=""
            onSelect={ignore}
          />
        </>
      )}
    </div>
  );
};

/** The picture of the review shows; it leads nowhere, because nothing of it is there yet. */
const ignore = (): void => undefined;

interface FindingsProps {
  readonly title: string;
  readonly variant: 'warning' | 'success';
  readonly findings: readonly Finding[];
}

const Findings: FC<FindingsProps> = ({ title, variant, findings }) => {
  const t = useT();
  const sentence = useText();
  if (findings.length === 0) return null;
  return (
    <Notice isInline variant={variant} title={title}>
      <List>
        {findings.slice(0, SHOWN).map((finding) => (
          <ListItem key={`${finding.rule} ${finding.subject}`}>
            {t('{{rule}}: {{message}}', {
              rule: finding.rule,
              message: sentence(finding.message),
            })}
          </ListItem>
        ))}
      </List>
      {findings.length > SHOWN ? (
        <p>{t('{{more}} more like these.', { more: findings.length - SHOWN })}</p>
      ) : null}
    </Notice>
  );
};
