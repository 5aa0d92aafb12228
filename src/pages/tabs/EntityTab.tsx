/**
 * What a tab on the page of one object shows: the picture of what it is connected with, its path, what is
 * wrong with it. Choosing something in the picture tells about that; Escape leads back to the object.
 */
import { useState } from 'react';
import type { FC } from 'react';
import { Button, PageSection } from '@patternfly/react-core';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { FindingsSection } from '../../topology/panel/FindingsSection';
import { HealthLabel } from '../../topology/panel/HealthLabel';
import { PathSection } from '../../topology/panel/PathSection';
import { shortName } from '../../topology/panel/entityNames';
import { panelHealth } from '../../topology/panel/panelHealth';
import { findingIndex } from '../../topology/model/health';
import { SmallTopology } from '../../topology/view/SmallTopology';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { networkModelStore } from '../networkModel/networkModelStore';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { ListingNotices } from '../vmNetworks/ListingNotices';
import { LoadingProgress } from '../vmNetworks/LoadingProgress';
import { selectionLink } from '../vmNetworks/links';
import '../../topology/panel/panel.css';
import './tabs.css';
import { Waiting } from '../../ui/Waiting';

interface EntityTabProps {
  /** Entity id of the object whose page this is; undefined while the console reads it. */
  readonly id: string | undefined;
}

export const EntityTab: FC<EntityTabProps> = ({ id }) => (
  <ErrorBoundary>
    <PageSection hasBodyWrapper={false} className="vm-networks-tab" data-test="entity-tab">
      {id === undefined ? <Loading /> : <LiveEntity key={id} id={id} />}
    </PageSection>
  </ErrorBoundary>
);

const Loading: FC = () => {
  const t = useT();
  return <Waiting label={t('Loading the networks of the cluster')} />;
};

const LiveEntity: FC<{ readonly id: string }> = ({ id }) => {
  const { graph, diagnosis, snapshot, isComplete } = useNetworkModel();
  const isKnown = graph?.entities.has(id) === true;
  return (
    <>
      <LoadingProgress snapshot={snapshot} isComplete={isComplete} />
      <ListingNotices snapshot={snapshot} onRetry={networkModelStore.refresh} />
      {graph === undefined || diagnosis === undefined || (!isKnown && !isComplete) ? (
        <Loading />
      ) : (
        <EntityView graph={graph} diagnosis={diagnosis} id={id} />
      )}
    </>
  );
};

interface EntityViewProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly id: string;
}

const EntityView: FC<EntityViewProps> = ({ graph, diagnosis, id }) => {
  const t = useT();
  const [chosen, setChosen] = useState('');
  const shown = chosen === '' ? id : chosen;
  const entity = graph.entities.get(shown);
  return (
    <>
      <div className="vm-networks-tab__head">
        {entity === undefined ? null : (
          <span data-test="entity-tab-shown">
            {shortName(graph, shown)}{' '}
            <HealthLabel health={panelHealth(graph, findingIndex(diagnosis), entity)} />
          </span>
        )}
        {shown === id ? null : (
          <Button variant="link" isInline onClick={() => setChosen('')}>
            {t('Back to {{name}}', { name: shortName(graph, id) })}
          </Button>
        )}
        <Link to={selectionLink(shown)}>{t('Show in the topology')}</Link>
      </div>
      <SmallTopology
        graph={graph}
        diagnosis={diagnosis}
        scope={id}
        selection={chosen}
        onSelect={setChosen}
      />
      <div className="vm-networks-tab__columns">
        {entity === undefined ? null : (
          <PathSection graph={graph} entity={entity} onSelect={setChosen} />
        )}
        <FindingsSection graph={graph} diagnosis={diagnosis} id={shown} onSelect={setChosen} />
      </div>
    </>
  );
};
