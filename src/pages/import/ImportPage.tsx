/**
 * `/vm-networks/import`: port groups of vSphere, from a CSV file, become networks. First a table of what
 * each row would be and what stands against it, then the review of one plan, then the job.
 */
import { useState } from 'react';
import type { FC } from 'react';
import { Content, PageSection, Title } from '@patternfly/react-core';
import { DocumentTitle } from '../../console/DocumentTitle';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Guard } from '../../plan/model';
import type { ImportIntent } from '../../plan/portGroups/importIntent';
import { checkImport, planImport } from '../../plan/portGroups/planImport';
import '../attach/attach.css';
import { newJobId } from '../attach/attachForm';
import { PlanReview } from '../review/PlanReview';
import type { PlanDraft } from '../review/usePlanReview';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { Waiting } from '../../ui/Waiting';
import { ImportFields } from './ImportFields';
import { initialImport } from './importForm';

const ImportPage: FC = () => {
  const t = useT();
  const { graph, isComplete } = useNetworkModel();
  return (
    <>
      <DocumentTitle>{t('Import port groups · VM Networks')}</DocumentTitle>
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{t('Import port groups')}</Title>
        <Content component="p">
          {t('Makes a network of each port group that a CSV file from vSphere lists.')}{' '}
          <Link to="/vm-networks/list">{t('All networks')}</Link>
        </Content>
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        {graph === undefined || !isComplete ? (
          <Waiting label={t('Loading the networks of the cluster')} />
        ) : (
          <Import graph={graph} />
        )}
      </PageSection>
    </>
  );
};

/** What is under review is of one moment; the form stays as it is while it is looked at. */
interface Reviewed {
  readonly guards: readonly Guard[];
  readonly draft: PlanDraft;
}

const reviewOf = (graph: NetworkGraph, intent: ImportIntent): Reviewed => ({
  guards: checkImport(graph, intent),
  draft: { key: intent.jobId, refs: [], plan: () => planImport(graph, intent) },
});

const Import: FC<{ readonly graph: NetworkGraph }> = ({ graph }) => {
  const t = useT();
  const [form, setForm] = useState(() => initialImport(graph));
  const [reviewed, setReviewed] = useState<Reviewed>();
  if (reviewed !== undefined) {
    const { guards, draft } = reviewed;
    return (
      <PlanReview
        on={{ graph }}
        draft={draft}
        guards={guards}
        back={{ label: t('Back'), onClick: () => setReviewed(undefined) }}
      />
    );
  }
  return (
    <ImportFields
      graph={graph}
      form={form}
      onChange={setForm}
      onReview={(target, networks) => {
        const jobId = newJobId(Date.now(), Math.random());
        setReviewed(reviewOf(graph, { ...target, jobId, networks }));
      }}
    />
  );
};

export default ImportPage;
