/** One finding as the panel shows it: how bad, what, what is seen of it, what to do, and whose. */
import type { FC } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { Finding } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { FindingText } from '../../ui/FindingText';
import { RawMessage } from '../../ui/RawMessage';
import { SeverityLabel } from '../../ui/SeverityLabel';
import { AttachFromFinding } from './AttachFromFinding';
import { ReviewFix } from './ReviewFix';
import { SelectButton } from './SelectButton';

interface FindingItemProps {
  readonly graph: NetworkGraph;
  readonly finding: Finding;
  /** The entity that the panel shows; a finding's own subject may be another one. */
  readonly id: string;
  readonly onSelect: (id: string) => void;
}

export const FindingItem: FC<FindingItemProps> = ({ graph, finding, id, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const { rule, severity, subject, symptom, fix, causedBy } = finding;
  return (
    <div data-test={`finding-${rule}`}>
      <p>
        <SeverityLabel severity={severity} /> <FindingText finding={finding} />
      </p>
      <DescriptionList isCompact>
        {symptom === undefined ? null : (
          <DescriptionListGroup>
            <DescriptionListTerm>{t('What you see')}</DescriptionListTerm>
            <DescriptionListDescription>{sentence(symptom)}</DescriptionListDescription>
          </DescriptionListGroup>
        )}
        <DescriptionListGroup>
          <DescriptionListTerm>{t('What to do')}</DescriptionListTerm>
          <DescriptionListDescription>
            {sentence(fix)} <ReviewFix graph={graph} finding={finding} />
            <AttachFromFinding finding={finding} />
          </DescriptionListDescription>
        </DescriptionListGroup>
        {subject === id ? null : (
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Where')}</DescriptionListTerm>
            <DescriptionListDescription>
              <SelectButton id={subject} name={subject} onSelect={onSelect} />
            </DescriptionListDescription>
          </DescriptionListGroup>
        )}
        {causedBy.length === 0 ? null : (
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Caused by')}</DescriptionListTerm>
            {causedBy.map((cause) => (
              <DescriptionListDescription key={`${cause.rule} ${cause.subject}`}>
                {cause.rule}{' '}
                <SelectButton id={cause.subject} name={cause.subject} onSelect={onSelect} />
              </DescriptionListDescription>
            ))}
          </DescriptionListGroup>
        )}
        <DescriptionListGroup>
          <DescriptionListTerm>{t('Rule')}</DescriptionListTerm>
          <DescriptionListDescription>{rule}</DescriptionListDescription>
        </DescriptionListGroup>
      </DescriptionList>
      {finding.quote === undefined ? null : <RawMessage raw={finding.quote.raw} />}
    </div>
  );
};
