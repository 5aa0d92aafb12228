/**
 * The side panel of the chosen entity: what it is, its path, what is wrong with it, what it is
 * connected with, and the object behind it. What is chosen may be gone, or never have been there.
 */
import { useCallback, useEffect, useRef } from 'react';
import type { FC, RefObject } from 'react';
import { DrawerPanelBody } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { findingIndex } from '../model/health';
import { CloseLookSection } from './CloseLookSection';
import { EntityActions } from './EntityActions';
import { FactsSection } from './FactsSection';
import { FindingsSection } from './FindingsSection';
import { IntendedSection } from './IntendedSection';
import { PanelHead } from './PanelHead';
import { PathSection } from './PathSection';
import { RelatedSection } from './RelatedSection';
import { YamlSection } from './YamlSection';
import { objectKeyOf } from './objectKeyOf';
import { panelHealth } from './panelHealth';
import './panel.css';

interface EntityPanelProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  /** Entity id. */
  readonly id: string;
  readonly onSelect: (id: string) => void;
  /** Limits the picture to what the entity is connected with. */
  readonly onScope: (id: string) => void;
  readonly onClose: () => void;
}

interface FocusAfterSelect {
  readonly titleRef: RefObject<HTMLDivElement>;
  readonly select: (id: string) => void;
}

/** The button that chose the next entity goes away with the old one: the title takes its focus. */
const useFocusAfterSelect = (id: string, onSelect: (id: string) => void): FocusAfterSelect => {
  const titleRef = useRef<HTMLDivElement>(null);
  const choseHere = useRef(false);
  useEffect(() => {
    if (choseHere.current) titleRef.current?.focus();
    choseHere.current = false;
  }, [id]);
  const select = useCallback(
    (next: string) => {
      choseHere.current = true;
      onSelect(next);
    },
    [onSelect],
  );
  return { titleRef, select };
};

export const EntityPanel: FC<EntityPanelProps> = (props) => {
  const { graph, diagnosis, id, onSelect, onScope, onClose } = props;
  const { titleRef, select } = useFocusAfterSelect(id, onSelect);
  const t = useT();
  const entity = graph.entities.get(id);
  const objectKey = entity && objectKeyOf(graph, entity);
  const findings = findingIndex(diagnosis);
  return (
    <>
      <PanelHead
        id={id}
        entity={entity}
        health={entity && panelHealth(graph, findings, entity)}
        findings={findings}
        titleRef={titleRef}
        onClose={onClose}
      />
      <DrawerPanelBody key={id} className="vm-networks-panel" data-test="entity-panel">
        {entity === undefined ? (
          <p data-test="panel-gone">
            {isSnapshotComplete(graph.snapshot)
              ? t(
                  'This is not in the cluster: it was deleted, was never there, or you may not see it.',
                )
              : t('Not read yet: the cluster is still loading.')}
          </p>
        ) : (
          <>
            <EntityActions graph={graph} entity={entity} objectKey={objectKey} onScope={onScope} />
            <PathSection graph={graph} entity={entity} onSelect={select} />
          </>
        )}
        <FindingsSection graph={graph} diagnosis={diagnosis} id={id} onSelect={select} />
        {entity === undefined ? null : (
          <>
            <CloseLookSection graph={graph} id={id} onSelect={select} />
            <IntendedSection graph={graph} entity={entity} onSelect={select} />
            <FactsSection entity={entity} onSelect={select} />
            <RelatedSection graph={graph} id={id} onSelect={select} />
          </>
        )}
        {objectKey === undefined ? null : <YamlSection objectKey={objectKey} />}
      </DrawerPanelBody>
    </>
  );
};
