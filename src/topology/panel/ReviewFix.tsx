/** The way to a finding's mechanical fix, or why its object is not ours to change; nothing where there is none. */
import type { FC } from 'react';
import { Link } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { Finding } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { fixTarget } from '../../plan/fixTarget';
import { fixLink } from './fixLink';

interface ReviewFixProps {
  readonly graph: NetworkGraph;
  readonly finding: Finding;
}

export const ReviewFix: FC<ReviewFixProps> = ({ graph, finding }) => {
  const t = useT();
  const sentence = useText();
  const target = fixTarget(graph, finding.rule, finding.subject);
  switch (target.type) {
    case 'none':
      return null;
    case 'kept':
      return <>{sentence(target.reason)}</>;
    case 'own':
      return (
        <Link to={fixLink(finding)} data-test={`review-fix-${finding.rule}`}>
          {t('Review fix')}
        </Link>
      );
  }
};
