/** `/vm-networks/jobs`: all jobs that the user can see, or, with `?job=`, one of them. */
import { useState } from 'react';
import type { FC } from 'react';
import {
  Button,
  Content,
  EmptyState,
  EmptyStateBody,
  Label,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link, useNavigate, useSearchParams } from '../../console/router';
import { useText, useT } from '../../console/translation';
import { toFailure } from '../../job/api';
import { isActivePhase, isHeld } from '../../job/jobEntry';
import type { JobEntry } from '../../job/jobEntry';
import type { JobPhase } from '../../job/jobState';
import { jobDirectory } from '../attach/jobStore';
import '../attach/attach.css';
import { FixesFinding } from '../fix/FixesFinding';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { JobPage } from './JobPage';
import { jobLink, JOBS_LINK } from './jobLinks';
import { jobCounts, jobTitle } from './jobSummary';
import { useJobs } from './useJobs';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

const JobsPage: FC = () => {
  const t = useT();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { isComplete } = useNetworkModel();
  const jobId = params.get('job');
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{jobId === null ? t('Jobs') : t('Job')}</Title>
        <Content component="p">
          {t('Changes that were started from VM Networks, by anybody, and how far they came.')}{' '}
          <Link to={jobId === null ? '/vm-networks' : JOBS_LINK}>
            {jobId === null ? t('Back to VM Networks') : t('All jobs')}
          </Link>
        </Content>
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        {jobId === null ? (
          <JobList isReady={isComplete} />
        ) : (
          <JobPage jobId={jobId} onClose={() => void navigate(JOBS_LINK)} />
        )}
      </PageSection>
    </>
  );
};

/** Milliseconds between two looks. */
const LOOK_MS = 10_000;

const JobList: FC<{ readonly isReady: boolean }> = ({ isReady }) => {
  const t = useT();
  const { found, refresh } = useJobs(isReady, LOOK_MS);
  const [problem, setProblem] = useState('');
  if (found === undefined) return <Waiting label={t('Looking for jobs')} />;
  const forget = async (entry: JobEntry): Promise<void> => {
    try {
      await jobDirectory.forget(entry);
      setProblem('');
    } catch (thrown) {
      setProblem(toFailure(thrown).message);
    }
    refresh();
  };
  return (
    <>
      {found.problem === undefined ? null : (
        <Notice isInline variant="warning" title={t('There may be more jobs than these.')}>
          {found.problem}
        </Notice>
      )}
      {problem === '' ? null : (
        <Notice isInline variant="danger" title={t('The record of the job could not be removed.')}>
          {problem}
        </Notice>
      )}
      {found.jobs.length === 0 ? (
        <EmptyState titleText={t('No jobs')} headingLevel="h2">
          <EmptyStateBody>
            {t('Attach, move or detach a VM, or remove a network: each such change is a job.')}
          </EmptyStateBody>
        </EmptyState>
      ) : (
        <Table variant="compact" aria-label={t('Jobs')} gridBreakPoint="grid-md">
          <Thead>
            <Tr>
              <Th modifier="wrap">{t('Job')}</Th>
              <Th modifier="nowrap">{t('Started')}</Th>
              <Th modifier="wrap">{t('State')}</Th>
              <Th modifier="wrap">{t('Steps')}</Th>
              <Th modifier="wrap">{t('Kept in')}</Th>
              <Th aria-label={t('Actions')} />
            </Tr>
          </Thead>
          <Tbody>
            {found.jobs.map((entry) => (
              <JobRow
                key={entry.job.plan.jobId}
                entry={entry}
                onForget={() => void forget(entry)}
              />
            ))}
          </Tbody>
        </Table>
      )}
    </>
  );
};

interface JobRowProps {
  readonly entry: JobEntry;
  readonly onForget: () => void;
}

const JobRow: FC<JobRowProps> = ({ entry, onForget }) => {
  const t = useT();
  const sentence = useText();
  const { job, place } = entry;
  const { done, total, failed } = jobCounts(job);
  const title = sentence(jobTitle(job.plan));
  const held = isHeld(entry, Date.now(), 0);
  return (
    <Tr data-test={`job-row-${job.plan.jobId}`}>
      <Td dataLabel={t('Job')}>
        <Link to={jobLink(job.plan.jobId)}>{title}</Link>
        <FixesFinding fixes={job.plan.fixes} />
      </Td>
      <Td dataLabel={t('Started')} modifier="nowrap">
        {new Date(job.startedAt).toLocaleString()}
      </Td>
      <Td dataLabel={t('State')}>
        {isActivePhase(job) && !held ? (
          <Label isCompact color="orange">
            {t('interrupted')}
          </Label>
        ) : (
          <PhaseLabel phase={job.phase} />
        )}
      </Td>
      <Td dataLabel={t('Steps')}>
        {failed === 0
          ? t('{{done}} of {{total}}', { done, total })
          : t('{{done}} of {{total}}, {{failed}} failed', { done, total, failed })}
      </Td>
      <Td dataLabel={t('Kept in')}>
        {place.type === 'cluster' ? place.namespace : t('this browser')}
      </Td>
      <Td dataLabel={t('Actions')} modifier="fitContent">
        {held ? null : (
          <Button
            variant="link"
            isInline
            aria-label={t('Forget job {{title}}', { title })}
            onClick={onForget}
          >
            {t('Forget')}
          </Button>
        )}
      </Td>
    </Tr>
  );
};

const PHASE_COLOR: Readonly<Record<JobPhase, 'blue' | 'green' | 'grey' | 'orange' | 'red'>> = {
  running: 'blue',
  undoing: 'blue',
  succeeded: 'green',
  undone: 'grey',
  failed: 'red',
  needsAttention: 'orange',
};

const PhaseLabel: FC<{ readonly phase: JobPhase }> = ({ phase }) => {
  const t = useT();
  const texts: Readonly<Record<JobPhase, string>> = {
    running: t('at work'),
    undoing: t('being taken back'),
    succeeded: t('done'),
    undone: t('taken back'),
    failed: t('failed'),
    needsAttention: t('partly taken back'),
  };
  return (
    <Label isCompact color={PHASE_COLOR[phase]}>
      {texts[phase]}
    </Label>
  );
};

export default JobsPage;
