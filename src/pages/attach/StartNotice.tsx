/** What led to the form: the problem it was opened for, and what of the link cannot be used. */
import type { FC } from 'react';
import { List, ListItem } from '@patternfly/react-core';
import { Link } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { startNotes } from '../../plan/startNotes';
import type { StartingPoint } from '../../plan/startingPoint';
import { FindingText } from '../../ui/FindingText';
import { Notice } from '../../ui/Notice';
import { SeverityLabel } from '../../ui/SeverityLabel';
import { problemLink } from '../fix/problemLink';

interface StartNoticeProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly start: StartingPoint;
}

export const StartNotice: FC<StartNoticeProps> = ({ graph, diagnosis, start }) => {
  const t = useT();
  const sentence = useText();
  const notes = startNotes(graph, start);
  return (
    <>
      <StartFinding diagnosis={diagnosis} start={start} />
      {notes.length === 0 ? null : (
        <Notice
          isInline
          variant="warning"
          title={t('Not everything of the link could be filled in')}
          data-test="start-notes"
        >
          <List>
            {notes.map((note) => (
              <ListItem key={sentence(note)}>{sentence(note)}</ListItem>
            ))}
          </List>
        </Notice>
      )}
    </>
  );
};

const StartFinding: FC<Omit<StartNoticeProps, 'graph'>> = ({ diagnosis, start }) => {
  const t = useT();
  const sentence = useText();
  const { finding: rule, subject } = start;
  if (rule === undefined || subject === undefined) return null;
  const finding = diagnosis.findings.find((one) => one.rule === rule && one.subject === subject);
  if (finding === undefined) {
    return <Notice isInline variant="success" title={t('This problem is not there any more.')} />;
  }
  return (
    <Notice
      isInline
      variant="info"
      title={t('Opened for this problem')}
      data-test="start-finding"
      actionLinks={<Link to={problemLink({ rule, subject })}>{t('Back to the problem')}</Link>}
    >
      <p>
        <SeverityLabel severity={finding.severity} /> <FindingText finding={finding} />
      </p>
      <p>{sentence(finding.fix)}</p>
    </Notice>
  );
};
