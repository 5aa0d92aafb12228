/**
 * `/vm-networks/fix`: a mechanical fix under review. The finding stands in the URL; what is shown
 * is what will be written, what the doctor would say then, and what the API server says of it.
 */
import { useState } from 'react';
import type { FC } from 'react';
import { PageSection, Title } from '@patternfly/react-core';
import { useSearchParams } from '../../console/router';
import { useText, useT } from '../../console/translation';
import { FindingText } from '../../ui/FindingText';
import { SeverityLabel } from '../../ui/SeverityLabel';
import { fixTarget } from '../../plan/fixTarget';
import { newJobId } from '../attach/attachForm';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { FixesFinding } from './FixesFinding';
import './fix.css';
import { FixReviewPanel } from './FixReviewPanel';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

const FixPage: FC = () => {
  const t = useT();
  const [params] = useSearchParams();
  const rule = params.get('rule') ?? '';
  const subject = params.get('subject') ?? '';
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <div>
          <Title headingLevel="h1">{t('Review fix')}</Title>
          <FixesFinding fixes={{ rule, subject }} />
        </div>
      </PageSection>
      <PageSection isFilled hasBodyWrapper={false} className="vm-networks-fix">
        <FixBody key={`${rule} ${subject}`} rule={rule} subject={subject} />
      </PageSection>
    </>
  );
};

const FixBody: FC<{ readonly rule: string; readonly subject: string }> = ({ rule, subject }) => {
  const t = useT();
  const sentence = useText();
  const { graph, diagnosis, isComplete } = useNetworkModel();
  const [jobId] = useState(() => newJobId(Date.now(), Math.random()));
  if (graph === undefined || diagnosis === undefined || !isComplete) {
    return <Waiting label={t('Loading the networks of the cluster')} />;
  }
  const finding = diagnosis.findings.find((one) => one.rule === rule && one.subject === subject);
  if (finding === undefined) {
    return (
      <Notice isInline variant="success" title={t('This problem is not there any more.')}>
        {t('There is nothing to fix.')}
      </Notice>
    );
  }
  const target = fixTarget(graph, rule, subject);
  return (
    <>
      <p>
        <SeverityLabel severity={finding.severity} /> <FindingText finding={finding} />
      </p>
      {target.type === 'own' ? (
        <FixReviewPanel request={{ graph, diagnosis, target, subject, jobId }} />
      ) : (
        <Notice isInline variant="info" title={t('This is not changed from here.')}>
          {sentence(target.type === 'kept' ? target.reason : finding.fix)}
        </Notice>
      )}
    </>
  );
};

export default FixPage;
