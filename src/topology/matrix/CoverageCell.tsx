/** One cell of the matrix: a sign with a form of its own per state, and the whole sentence for ears. */
import type { FC } from 'react';
import { useText, useT } from '../../console/translation';
import type { CoverageRow } from '../../network/coverageMatrix';
import type { State } from '../../network/model';
import { stateName } from '../view/stateName';
import type { CoverageColumn } from './coverageColumns';

const SIGN: Readonly<Record<State, string>> = { ok: '✓', broken: '✕', unknown: '?' };

interface CoverageCellProps {
  readonly row: CoverageRow;
  readonly column: CoverageColumn;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

export const CoverageCell: FC<CoverageCellProps> = ({ row, column, isChosen, onChoose }) => {
  const t = useT();
  const sentence = useText();
  const coverage = row.nodes.get(column.id);
  if (coverage === undefined) return <span aria-label={t('Does not concern this node')}>–</span>;
  const reason = coverage.reason === undefined ? '' : sentence(coverage.reason);
  return (
    <button
      type="button"
      className={`vm-networks-coverage__cell vm-networks-coverage__cell--${coverage.state}`}
      aria-pressed={isChosen}
      title={reason}
      aria-label={t('{{network}} on {{node}}: {{state}}. {{reason}}', {
        network: row.name,
        node: column.id,
        state: stateName(coverage.state, t),
        reason,
      })}
      onClick={onChoose}
    >
      {SIGN[coverage.state]}
    </button>
  );
};
