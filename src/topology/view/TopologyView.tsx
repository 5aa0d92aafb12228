/**
 * The picture with its tools: find, scope, folds, legend, and the side panel of what is chosen.
 */
import { useCallback, useMemo, useRef } from 'react';
import type { FC } from 'react';
import {
  Button,
  Drawer,
  DrawerContent,
  DrawerContentBody,
  DrawerPanelContent,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Label,
  Switch,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useSearchParams } from '../../console/router';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { ELEMENT_CAP } from '../model/picture';
import { EntityPanel } from '../panel/EntityPanel';
import { Canvas } from './Canvas';
import { FindBox } from './FindBox';
import { Legend } from './Legend';
import './topology.css';
import { readTopologyUrl, writeTopologyUrl } from './topologyUrl';
import type { TopologyState } from './topologyUrl';
import { useFillHeight } from './useFillHeight';
import { keptVms, usePicture } from './usePicture';

interface TopologyViewProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
}

/** Pixels; below it the page scrolls. */
const LEAST_HEIGHT = 480;

export const TopologyView: FC<TopologyViewProps> = ({ graph, diagnosis }) => {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readTopologyUrl(params), [params]);
  const change = useCallback(
    (edit: Partial<TopologyState>) =>
      setParams((current) => writeTopologyUrl(current, { ...readTopologyUrl(current), ...edit })),
    [setParams],
  );
  const { selection, scope, isEachNode, showsUnused } = state;
  const openKey = state.expanded.join('\n');
  const options = useMemo(
    () => ({
      scope,
      expanded: new Set(openKey === '' ? [] : openKey.split('\n')),
      isEachNode,
      showsUnused,
      kept: keptVms(graph, selection),
    }),
    [graph, scope, openKey, isEachNode, showsUnused, selection],
  );
  const { picture, layout } = usePicture(graph, diagnosis, options);
  const container = useRef<HTMLDivElement>(null);
  const height = useFillHeight(container, LEAST_HEIGHT);
  const select = useCallback((id: string) => change({ selection: id }), [change]);
  const open = useCallback(
    (id: string) => change({ expanded: [...openKey.split('\n').filter(Boolean), id] }),
    [change, openKey],
  );
  const panel = (
    <DrawerPanelContent
      isResizable
      defaultSize="26rem"
      minSize="18rem"
      resizeAriaLabel={t('Resize the panel')}
    >
      {selection === '' ? null : (
        <EntityPanel
          graph={graph}
          diagnosis={diagnosis}
          id={selection}
          onSelect={select}
          onScope={(id) => change({ scope: id })}
          onClose={() => select('')}
        />
      )}
    </DrawerPanelContent>
  );
  return (
    <div
      ref={container}
      className="vm-networks-topology"
      style={height === undefined ? undefined : { blockSize: height }}
    >
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <FindBox graph={graph} onSelect={select} />
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <Switch
              id="topology-each-node"
              label={t('Each node')}
              isChecked={isEachNode}
              onChange={(_event, checked) => change({ isEachNode: checked })}
            />
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <Switch
              id="topology-unused"
              label={t('Unused NICs')}
              isChecked={showsUnused}
              onChange={(_event, checked) => change({ showsUnused: checked })}
            />
          </ToolbarItem>
          {scope === '' ? null : (
            <ToolbarItem alignSelf="center">
              <Label
                onClose={() => change({ scope: '' })}
                closeBtnAriaLabel={t('Show the whole cluster')}
              >
                {t('Only {{scope}}', { scope })}
              </Label>
            </ToolbarItem>
          )}
          {openKey === '' ? null : (
            <ToolbarItem>
              <Button variant="link" onClick={() => change({ expanded: [] })}>
                {t('Fold again')}
              </Button>
            </ToolbarItem>
          )}
          <ToolbarItem align={{ default: 'alignEnd' }}>
            <Legend />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <Drawer isExpanded={selection !== ''} isInline className="vm-networks-topology__drawer">
        <DrawerContent panelContent={panel}>
          <DrawerContentBody className="vm-networks-topology__content">
            {picture.isTooLarge ? (
              <TooLarge
                size={picture.size}
                onReset={() =>
                  change({ scope: '', expanded: [], isEachNode: false, showsUnused: false })
                }
              />
            ) : picture.elements.size === 0 ? (
              <NothingToDraw />
            ) : (
              <Canvas
                graph={graph}
                picture={picture}
                layout={layout}
                selection={selection}
                wheel="pan"
                onSelect={select}
                onOpen={open}
              />
            )}
          </DrawerContentBody>
        </DrawerContent>
      </Drawer>
    </div>
  );
};

interface TooLargeProps {
  readonly size: number;
  readonly onReset: () => void;
}

const TooLarge: FC<TooLargeProps> = ({ size, onReset }) => {
  const t = useT();
  return (
    <EmptyState titleText={t('Too much for one picture')} headingLevel="h2">
      <EmptyStateBody>
        {t(
          '{{size}} elements; a picture can be read up to {{cap}}. Find a VM, a node or a network and show only that, or look at the list.',
          {
            size,
            cap: ELEMENT_CAP,
          },
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={onReset}>
            {t('Back to the folded picture')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

const NothingToDraw: FC = () => {
  const t = useT();
  return (
    <EmptyState titleText={t('Nothing to draw yet')} headingLevel="h2">
      <EmptyStateBody>
        {t('No node state, network or VM could be read. The notice above says what is missing.')}
      </EmptyStateBody>
    </EmptyState>
  );
};
