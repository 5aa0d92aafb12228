/** One headline with its symptom, its fix, the entity to mend, and its consequences on demand. */
import { useState } from 'react';
import type { FC } from 'react';
import {
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  ClipboardCopyButton,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  ExpandableSection,
  List,
  ListItem,
} from '@patternfly/react-core';
import { Link } from '../../console/router';
import { useText, useT } from '../../console/translation';
import { WHOLE_CLUSTER } from '../../doctor/entityKind';
import type { Finding } from '../../doctor/model';
import { SeverityLabel } from '../../ui/SeverityLabel';
import { selectionLink } from './links';
import { problemMarkdown } from './problemTree';
import type { Problem } from './problemTree';

const SHOWN_RELATED = 8;

export const ProblemCard: FC<{ readonly problem: Problem }> = ({ problem }) => {
  const t = useT();
  const sentence = useText();
  const { finding, consequences } = problem;
  const id = `problem-${finding.rule}-${finding.subject}`;
  return (
    <li>
      <Card isCompact data-test={id}>
        <CardHeader actions={{ actions: <CopyProblem problem={problem} id={id} /> }}>
          <CardTitle component="h3">
            <SeverityLabel severity={finding.severity} /> {sentence(finding.message)}
          </CardTitle>
        </CardHeader>
        <CardBody>
          <DescriptionList isCompact isHorizontal>
            <DescriptionListGroup>
              <DescriptionListTerm>{t('Where')}</DescriptionListTerm>
              <DescriptionListDescription>
                <Subject id={finding.subject} />
              </DescriptionListDescription>
            </DescriptionListGroup>
            {finding.symptom === undefined ? null : (
              <DescriptionListGroup>
                <DescriptionListTerm>{t('What you see')}</DescriptionListTerm>
                <DescriptionListDescription>{sentence(finding.symptom)}</DescriptionListDescription>
              </DescriptionListGroup>
            )}
            <DescriptionListGroup>
              <DescriptionListTerm>{t('What to do')}</DescriptionListTerm>
              <DescriptionListDescription>{sentence(finding.fix)}</DescriptionListDescription>
            </DescriptionListGroup>
            <Related finding={finding} />
            <DescriptionListGroup>
              <DescriptionListTerm>{t('Rule')}</DescriptionListTerm>
              <DescriptionListDescription>{finding.rule}</DescriptionListDescription>
            </DescriptionListGroup>
          </DescriptionList>
          <Consequences findings={consequences} />
        </CardBody>
      </Card>
    </li>
  );
};

const Subject: FC<{ readonly id: string }> = ({ id }) => {
  const t = useT();
  return <Link to={selectionLink(id)}>{id === WHOLE_CLUSTER ? t('The whole cluster') : id}</Link>;
};

const CopyProblem: FC<{ readonly problem: Problem; readonly id: string }> = ({ problem, id }) => {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(problemMarkdown(problem));
      setCopied(true);
    } catch {
      // No right, or no secure origin: the label stays as it was, which says that nothing was copied.
      setCopied(false);
    }
  };
  return (
    <ClipboardCopyButton
      id={`${id}-copy`}
      textId={`${id}-text`}
      aria-label={t('Copy as Markdown')}
      variant="plain"
      onClick={() => void copy()}
      onTooltipHidden={() => setCopied(false)}
    >
      {isCopied ? t('Copied') : t('Copy as Markdown')}
    </ClipboardCopyButton>
  );
};

const Related: FC<{ readonly finding: Finding }> = ({ finding }) => {
  const t = useT();
  const { related } = finding;
  if (related.length === 0) return null;
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{t('Concerns')}</DescriptionListTerm>
      <DescriptionListDescription>
        {related.slice(0, SHOWN_RELATED).map((id, index) => (
          <span key={id}>
            {index === 0 ? null : ', '}
            <Link to={selectionLink(id)}>{id}</Link>
          </span>
        ))}
        {related.length > SHOWN_RELATED
          ? ` ${t('and {{more}} more', { more: related.length - SHOWN_RELATED })}`
          : null}
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
};

const Consequences: FC<{ readonly findings: readonly Finding[] }> = ({ findings }) => {
  const t = useT();
  const sentence = useText();
  const [isExpanded, setExpanded] = useState(false);
  if (findings.length === 0) return null;
  return (
    <ExpandableSection
      toggleText={t('Consequences: {{total}}', { total: findings.length })}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => setExpanded(expanded)}
    >
      <List>
        {findings.map((finding) => (
          <ListItem key={`${finding.rule} ${finding.subject}`}>
            <SeverityLabel severity={finding.severity} /> {sentence(finding.message)}{' '}
            <Subject id={finding.subject} />
          </ListItem>
        ))}
      </List>
    </ExpandableSection>
  );
};
