/** What the doctor would say after a change: which findings would be gone, and which new. */
import type { FC, ReactNode } from 'react';
import { List, ListItem, Title } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { FindingChanges } from '../../doctor/compareDiagnoses';
import type { Finding } from '../../doctor/model';
import { FindingText } from '../../ui/FindingText';
import { SeverityLabel } from '../../ui/SeverityLabel';

const SHOWN = 20;

export const EffectList: FC<{ readonly effect: FindingChanges }> = ({ effect }) => {
  const t = useT();
  return (
    <>
      <Group title={t('Findings that would be gone')} findings={effect.vanish} dataTest="fix-gone">
        {t('None.')}
      </Group>
      <Group title={t('Findings that would be new')} findings={effect.appear} dataTest="fix-added">
        {t('None.')}
      </Group>
    </>
  );
};

interface GroupProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly dataTest: string;
  /** What is said when there are none. */
  readonly children: ReactNode;
}

const Group: FC<GroupProps> = ({ title, findings, dataTest, children }) => {
  const t = useT();
  return (
    <div data-test={dataTest}>
      <Title headingLevel="h3" size="md">
        {title}
      </Title>
      {findings.length === 0 ? (
        <p>{children}</p>
      ) : (
        <List>
          {findings.slice(0, SHOWN).map((finding) => (
            <ListItem key={`${finding.rule} ${finding.subject}`}>
              <SeverityLabel severity={finding.severity} /> {finding.rule}{' '}
              <FindingText finding={finding} />
            </ListItem>
          ))}
          {findings.length > SHOWN ? (
            <ListItem>{t('{{more}} more', { more: findings.length - SHOWN })}</ListItem>
          ) : null}
        </List>
      )}
    </div>
  );
};
