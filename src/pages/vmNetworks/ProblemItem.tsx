/** One row of the Problems tab: a headline that opens to the whole. */
import { useState } from 'react';
import type { FC } from 'react';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { FindingText } from '../../ui/FindingText';
import { useUniqueId } from '../../ui/useUniqueId';
import { useEntityName } from './useEntityName';
import type { ProblemRow } from './foldProblems';
import { ProblemDetail } from './ProblemDetail';
import { ProblemHead } from './ProblemHead';

interface ProblemItemProps {
  readonly graph: NetworkGraph;
  readonly row: ProblemRow;
  /** Opened from the start, because a link asked for it. */
  readonly isAskedFor?: boolean;
}

export const ProblemItem: FC<ProblemItemProps> = ({ graph, row, isAskedFor = false }) => {
  const t = useT();
  const id = useUniqueId();
  const nameOf = useEntityName();
  const [isOpen, setOpen] = useState(isAskedFor);
  const { finding, consequences } = row.first;
  const all = [row.first, ...row.others];
  const following = all.reduce((sum, problem) => sum + problem.consequences.length, 0);
  return (
    <li
      className="vm-networks-page__problem"
      data-test={`problem-${finding.rule}-${finding.subject}`}
    >
      <ProblemHead
        severity={finding.severity}
        controls={id}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
        detail={
          <>
            {nameOf(finding.subject)} · {finding.rule}
            {row.others.length === 0
              ? null
              : ` · ${t('and on {{more}} more nodes', { more: row.others.length })}`}
            {following === 0 && consequences.length === 0
              ? null
              : ` · ${t('consequences: {{total}}', { total: following })}`}
          </>
        }
      >
        <FindingText finding={finding} />
      </ProblemHead>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <ProblemDetail graph={graph} row={row} /> : null}
      </div>
    </li>
  );
};
