/** What the doctor says about the entity, and what it could not check: silence would look like health. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { useText, useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { findingIndex } from '../model/health';
import { CappedList } from './CappedList';
import { FindingItem } from './FindingItem';
import { PanelSection } from './PanelSection';

interface FindingsSectionProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly id: string;
  readonly onSelect: (id: string) => void;
}

export const FindingsSection: FC<FindingsSectionProps> = ({ graph, diagnosis, id, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const findings = findingIndex(diagnosis).about(id);
  const unchecked = useMemo(
    () => diagnosis.unknown.filter(({ subject }) => subject === id),
    [diagnosis, id],
  );
  return (
    <PanelSection title={t('Findings')}>
      <div data-test="panel-findings">
        {findings.length === 0 ? (
          <p>{t('No rule objects to this.')}</p>
        ) : (
          <CappedList
            items={findings}
            keyOf={({ rule, subject }) => `${rule} ${subject}`}
            render={(finding) => (
              <FindingItem graph={graph} finding={finding} id={id} onSelect={onSelect} />
            )}
          />
        )}
        {unchecked.length === 0 ? null : (
          <>
            <p>{t('Not checked here:')}</p>
            <CappedList
              items={unchecked}
              keyOf={({ rule }) => rule}
              render={({ rule, reason }) =>
                t('{{rule}}: {{reason}}', { rule, reason: sentence(reason) })
              }
            />
          </>
        )}
      </div>
    </PanelSection>
  );
};
