/** That a policy is for one node first, or for the others after it. */
import type { FC } from 'react';
import { useT } from '../../console/translation';
import type { Step } from '../../plan/model';

export const StageNote: FC<{ readonly step: Pick<Step, 'stage' | 'nodes'> }> = ({ step }) => {
  const t = useT();
  const { stage, nodes } = step;
  if (stage === undefined) return null;
  return (
    <p data-test={`stage-${stage}`}>
      {stage === 'canary'
        ? t('First on node {{node}} alone; the others stay untouched if it fails there.', {
            node: nodes.join(', '),
          })
        : t('Then on the others, when the first one has applied it and shows it.')}
    </p>
  );
};
