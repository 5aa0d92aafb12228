/** The page of one network: what it is, its VMs, how far it reaches, its objects, events and problems. */
import { useMemo } from 'react';
import type { FC, ReactNode } from 'react';
import {
  Breadcrumb,
  BreadcrumbItem,
  EmptyState,
  EmptyStateBody,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { DocumentTitle } from '../../console/DocumentTitle';
import { Link, useLocation, useNavigate, useSearchParams } from '../../console/router';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { attachLinkOf } from '../../plan/startingPoint';
import { HealthLabel } from '../../topology/panel/HealthLabel';
import { YamlSection } from '../../topology/panel/YamlSection';
import { findingIndex, healthOf } from '../../topology/model/health';
import { PageHead } from '../../ui/PageHead';
import { PageTabs } from '../../ui/PageTabs';
import { cloneLink } from '../change/cloneLink';
import { networkModelStore } from '../networkModel/networkModelStore';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { ListingNotices } from '../vmNetworks/ListingNotices';
import { LoadingProgress } from '../vmNetworks/LoadingProgress';
import { ProblemItem } from '../vmNetworks/ProblemItem';
import { selectionLink } from '../vmNetworks/links';
import { problemTree } from '../vmNetworks/problemTree';
import { NetworkEvents } from './NetworkEvents';
import { NetworkNodes } from './NetworkNodes';
import { NetworkOverview } from './NetworkOverview';
import { NetworkVms } from './NetworkVms';
import { networkNameIn } from './networkLink';
import { networkParts } from './networkParts';
import type { NetworkParts } from './networkParts';
import '../../topology/panel/panel.css';
import './network.css';
import { Waiting } from '../../ui/Waiting';

const NetworkPage: FC = () => {
  const t = useT();
  const { pathname } = useLocation();
  const name = networkNameIn(pathname);
  const { graph, diagnosis, snapshot, isComplete } = useNetworkModel();
  const parts = useMemo(() => graph && networkParts(graph, name), [graph, name]);
  return (
    <>
      <DocumentTitle>{t('{{name}} · VM Networks', { name })}</DocumentTitle>
      <PageSection hasBodyWrapper={false} type="breadcrumb">
        <Breadcrumb aria-label={t('Breadcrumb')}>
          <BreadcrumbItem>
            <Link to="/vm-networks/list">{t('VM Networks')}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{parts?.title ?? name}</BreadcrumbItem>
        </Breadcrumb>
      </PageSection>
      {graph === undefined || diagnosis === undefined || (parts === undefined && !isComplete) ? (
        <PageSection hasBodyWrapper={false}>
          <LoadingProgress snapshot={snapshot} isComplete={isComplete} />
          <Waiting label={t('Loading the networks of the cluster')} />
        </PageSection>
      ) : parts === undefined ? (
        <NoSuchNetwork name={name} />
      ) : (
        <NetworkView
          graph={graph}
          diagnosis={diagnosis}
          parts={parts}
          notices={<ListingNotices snapshot={snapshot} onRetry={networkModelStore.refresh} />}
        />
      )}
    </>
  );
};

const NoSuchNetwork: FC<{ readonly name: string }> = ({ name }) => {
  const t = useT();
  return (
    <EmptyState
      titleText={t('There is no network {{name}}', { name })}
      headingLevel="h1"
      data-test="no-such-network"
    >
      <EmptyStateBody>
        {t('It was deleted, was never there, or you may not see it.')}{' '}
        <Link to="/vm-networks/list">{t('All networks')}</Link>
      </EmptyStateBody>
    </EmptyState>
  );
};

interface NetworkViewProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly parts: NetworkParts;
  readonly notices: ReactNode;
}

const CONTENT_ID = 'vm-networks-network-content';

const NetworkView: FC<NetworkViewProps> = ({ graph, diagnosis, parts, notices }) => {
  const t = useT();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const wanted = search.get('tab') ?? '';
  const views = useViews(graph, diagnosis, parts);
  const active = views.find(({ key }) => key === wanted) ?? views[0];
  const entity = graph.entities.get(parts.id);
  const attach = attachLinkOf(parts.id);
  const clone = cloneLink(graph, parts.id);
  return (
    <>
      <PageHead
        actions={[
          <Link key="topology" to={selectionLink(parts.id)}>
            {t('Show in the topology')}
          </Link>,
          ...(clone === undefined
            ? []
            : [
                <Link key="clone" to={clone}>
                  {t('Clone with changes')}
                </Link>,
              ]),
          ...(attach === undefined
            ? []
            : [
                <Link key="attach" className="pf-v6-c-button pf-m-secondary" to={attach}>
                  {t('Attach a VM to this network')}
                </Link>,
              ]),
        ]}
      >
        <Title headingLevel="h1">
          {parts.title}{' '}
          {entity === undefined ? null : (
            <HealthLabel health={healthOf(entity, findingIndex(diagnosis))} />
          )}
        </Title>
      </PageHead>
      <PageTabs
        tabs={views}
        active={active.key}
        label={t('Views of the network')}
        contentId={CONTENT_ID}
        onSelect={(key) => void navigate(`${pathname}?tab=${key}`)}
      />
      <PageSection
        hasBodyWrapper={false}
        isFilled
        id={CONTENT_ID}
        className="vm-networks-page__body"
      >
        {notices}
        {active.content}
      </PageSection>
    </>
  );
};

interface View {
  readonly key: string;
  readonly title: string;
  readonly content: ReactNode;
}

/** The views in the order of their tabs; the first one is what the address without a tab shows. */
const useViews = (
  graph: NetworkGraph,
  diagnosis: Diagnosis,
  parts: NetworkParts,
): readonly [View, ...View[]] => {
  const t = useT();
  return [
    {
      key: 'overview',
      title: t('Overview'),
      content: <NetworkOverview graph={graph} diagnosis={diagnosis} parts={parts} />,
    },
    {
      key: 'vms',
      title: t('VMs'),
      content: <NetworkVms graph={graph} diagnosis={diagnosis} parts={parts} />,
    },
    { key: 'nodes', title: t('Nodes'), content: <NetworkNodes coverage={parts.coverage} /> },
    { key: 'yaml', title: t('YAML'), content: <NetworkYaml parts={parts} /> },
    { key: 'events', title: t('Events'), content: <NetworkEvents objects={parts.objects} /> },
    {
      key: 'problems',
      title: t('Problems'),
      content: <NetworkProblems graph={graph} diagnosis={diagnosis} ids={parts.ids} />,
    },
  ];
};

const NetworkYaml: FC<{ readonly parts: NetworkParts }> = ({ parts }) => (
  <>
    {parts.objects.map((object) => (
      <YamlSection key={`${object.kind} ${object.namespace}/${object.name}`} objectKey={object} />
    ))}
  </>
);

interface NetworkProblemsProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly ids: ReadonlySet<string>;
}

const NetworkProblems: FC<NetworkProblemsProps> = ({ graph, diagnosis, ids }) => {
  const t = useT();
  const problems = useMemo(() => {
    const concerns = ({ subject, related }: (typeof diagnosis.findings)[number]): boolean =>
      ids.has(subject) || related.some((id) => ids.has(id));
    return problemTree(diagnosis.findings).filter(
      ({ finding, consequences }) => concerns(finding) || consequences.some(concerns),
    );
  }, [diagnosis, ids]);
  if (problems.length === 0) return <p>{t('No rule objects to this.')}</p>;
  return (
    <ul className="vm-networks-page__problems" aria-label={t('Problems')}>
      {problems.map((problem) => (
        <ProblemItem
          key={`${problem.finding.rule} ${problem.finding.subject}`}
          graph={graph}
          row={{ first: problem, others: [] }}
          isAskedFor={false}
        />
      ))}
    </ul>
  );
};

export default NetworkPage;
