/** Many problems of one rule as one line of the Problems tab, which opens to them. */
import { useState } from 'react';
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { CATALOGUE } from '../../doctor/catalogue';
import type { NetworkGraph } from '../../network/networkGraph';
import { useUniqueId } from '../../ui/useUniqueId';
import type { ProblemGroup } from './groupProblems';
import { ProblemHead } from './ProblemHead';
import { ProblemItem } from './ProblemItem';

const TITLES = new Map(CATALOGUE.map(({ id, title }) => [id, title]));

/** Rows that stand below an opened group; all of them are a list of their own, page by page. */
const SHOWN = 20;

interface ProblemGroupItemProps {
  readonly graph: NetworkGraph;
  readonly group: ProblemGroup;
  /** Asks for the problems of this rule alone. */
  readonly onNarrow: () => void;
}

export const ProblemGroupItem: FC<ProblemGroupItemProps> = ({ graph, group, onNarrow }) => {
  const t = useT();
  const sentence = useText();
  const id = useUniqueId();
  const [isOpen, setOpen] = useState(false);
  const { rule, severity, rows } = group;
  const known = TITLES.get(rule);
  const title = known === undefined ? rule : sentence(known);
  return (
    <li className="vm-networks-page__problem" data-test={`problem-group-${rule}`}>
      <ProblemHead
        severity={severity}
        controls={id}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
        detail={`${rule} · ${t('problems: {{total}}', { total: rows.length })}`}
      >
        {title}
      </ProblemHead>
      <div id={id} hidden={!isOpen} className="vm-networks-page__problem-group">
        {isOpen ? (
          <>
            <ul className="vm-networks-page__problems" aria-label={title}>
              {rows.slice(0, SHOWN).map((row) => (
                <ProblemItem key={row.first.finding.subject} graph={graph} row={row} />
              ))}
            </ul>
            <Button variant="link" isInline onClick={onNarrow}>
              {t('Show only these')}
            </Button>
          </>
        ) : null}
      </div>
    </li>
  );
};
