/** A problem opened: what is seen of it, what to do, whom it concerns, and what follows from it. */
import type { FC } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  List,
  ListItem,
} from '@patternfly/react-core';
import { resourceLink } from '../../console/resourceLinks';
import { Link, useNavigate } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { Finding } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { FindingText } from '../../ui/FindingText';
import { RawMessage } from '../../ui/RawMessage';
import { SeverityLabel } from '../../ui/SeverityLabel';
import { AttachFromFinding } from '../../topology/panel/AttachFromFinding';
import { CloseLookSection } from '../../topology/panel/CloseLookSection';
import { objectKeyOf } from '../../topology/panel/objectKeyOf';
import { ReviewFix } from '../../topology/panel/ReviewFix';
import { CopyProblem } from './CopyProblem';
import { EntityLink } from './EntityLink';
import type { ProblemRow } from './foldProblems';
import { selectionLink } from './links';

const SHOWN_RELATED = 12;
const SHOWN_CONSEQUENCES = 50;

interface ProblemDetailProps {
  readonly graph: NetworkGraph;
  readonly row: ProblemRow;
}

export const ProblemDetail: FC<ProblemDetailProps> = ({ graph, row }) => {
  const t = useT();
  const sentence = useText();
  const navigate = useNavigate();
  const { first, others } = row;
  const { finding } = first;
  const subjects = [finding, ...others.map((problem) => problem.finding)].map((f) => f.subject);
  const consequences = [first, ...others].flatMap((problem) => problem.consequences);
  return (
    <div className="vm-networks-page__problem-detail">
      <DescriptionList isCompact orientation={{ md: 'horizontal' }}>
        <Ids term={t('Where')} ids={subjects} />
        <OwnPage graph={graph} id={finding.subject} />
        {finding.symptom === undefined ? null : (
          <DescriptionListGroup>
            <DescriptionListTerm>{t('What you see')}</DescriptionListTerm>
            <DescriptionListDescription>{sentence(finding.symptom)}</DescriptionListDescription>
          </DescriptionListGroup>
        )}
        <DescriptionListGroup>
          <DescriptionListTerm>{t('What to do')}</DescriptionListTerm>
          <DescriptionListDescription>
            {sentence(finding.fix)} <ReviewFix graph={graph} finding={finding} />
            <AttachFromFinding finding={finding} />
          </DescriptionListDescription>
        </DescriptionListGroup>
        <Ids term={t('Concerns')} ids={finding.related} />
      </DescriptionList>
      {finding.quote === undefined ? null : <RawMessage raw={finding.quote.raw} />}
      <CloseLookSection
        graph={graph}
        id={finding.subject}
        onSelect={(id) => void navigate(selectionLink(id))}
      />
      <Consequences findings={consequences} />
      <CopyProblem row={row} />
    </div>
  );
};

/** The console's own page of the object to change. */
const OwnPage: FC<{ readonly graph: NetworkGraph; readonly id: string }> = ({ graph, id }) => {
  const t = useT();
  const entity = graph.entities.get(id);
  const objectKey = entity && objectKeyOf(graph, entity);
  if (objectKey === undefined) return null;
  const { kind, namespace, name } = objectKey;
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{t('Object')}</DescriptionListTerm>
      <DescriptionListDescription>
        <Link to={resourceLink(objectKey)}>
          {t('Open {{kind}} {{name}}', {
            kind,
            name: namespace === '' ? name : `${namespace}/${name}`,
          })}
        </Link>
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
};

const Ids: FC<{ readonly term: string; readonly ids: readonly string[] }> = ({ term, ids }) => {
  const t = useT();
  if (ids.length === 0) return null;
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>
        {ids.slice(0, SHOWN_RELATED).map((id, index) => (
          <span key={id}>
            {index === 0 ? null : ', '}
            <EntityLink id={id} />
          </span>
        ))}
        {ids.length > SHOWN_RELATED
          ? ` ${t('and {{more}} more', { more: ids.length - SHOWN_RELATED })}`
          : null}
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
};

const Consequences: FC<{ readonly findings: readonly Finding[] }> = ({ findings }) => {
  const t = useT();
  if (findings.length === 0) return null;
  return (
    <>
      <p className="vm-networks-page__subtitle">
        {t('Consequences: {{total}}', { total: findings.length })}
      </p>
      <List>
        {findings.slice(0, SHOWN_CONSEQUENCES).map((finding) => (
          <ListItem key={`${finding.rule} ${finding.subject}`}>
            <SeverityLabel severity={finding.severity} /> <FindingText finding={finding} />{' '}
            <EntityLink id={finding.subject} />
          </ListItem>
        ))}
        {findings.length > SHOWN_CONSEQUENCES ? (
          <ListItem>{t('{{more}} more', { more: findings.length - SHOWN_CONSEQUENCES })}</ListItem>
        ) : null}
      </List>
    </>
  );
};
