/** What opens from the overview's status line: how many problems the doctor finds, and the way to them. */
import type { FC } from 'react';
import { Flex, FlexItem } from '@patternfly/react-core';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { Severity } from '../../doctor/model';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { SeverityLabel } from '../../ui/SeverityLabel';
import { formatCount } from '../../ui/formatCount';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { Waiting } from '../../ui/Waiting';

const SEVERITIES: readonly Severity[] = ['critical', 'error', 'warning'];

const NetworkHealthPopup: FC = () => (
  <ErrorBoundary>
    <ProblemCounts />
  </ErrorBoundary>
);

const ProblemCounts: FC = () => {
  const t = useT();
  const { diagnosis, isComplete } = useNetworkModel();
  if (diagnosis === undefined || !isComplete) {
    return <Waiting size="lg" label={t('Loading the networks of the cluster')} />;
  }
  const headlines = diagnosis.findings.filter(({ causedBy }) => causedBy.length === 0);
  const counts = SEVERITIES.map(
    (severity) => [severity, headlines.filter((one) => one.severity === severity).length] as const,
  ).filter(([, count]) => count > 0);
  return (
    <div data-test="network-health">
      {counts.length === 0 ? <p>{t('No problems found')}</p> : null}
      {counts.map(([severity, count]) => (
        <Flex key={severity}>
          <FlexItem>
            <SeverityLabel severity={severity} />
          </FlexItem>
          <FlexItem>{formatCount(count)}</FlexItem>
        </Flex>
      ))}
      <Link to="/vm-networks/problems">{t('Show the problems')}</Link>
    </div>
  );
};

export default NetworkHealthPopup;
