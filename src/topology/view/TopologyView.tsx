/**
 * The topology with its tools: one set of facts as picture, table, coverage matrix or OVN view, and the
 * side panel of what is chosen. The URL holds what is shown.
 */
import { Suspense, lazy, useCallback, useMemo, useRef } from 'react';
import type { FC } from 'react';
import {
  Button,
  Drawer,
  DrawerContent,
  DrawerContentBody,
  DrawerPanelContent,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { exportFormats } from '../export/exportFormats';
import type { Filter } from '../model/filter';
import { NO_FILTER, isFiltering } from '../model/filter';
import type { PictureOptions } from '../model/pictureOptions';
import { PictureView } from './PictureView';
import { ScopeTrail } from './ScopeTrail';
import './topology.css';
import { TopologyToolbar } from './TopologyToolbar';
import type { TopologyState } from './topologyUrl';
import { useExport } from './useExport';
import { useFillHeight } from './useFillHeight';
import { keptVm, usePicture } from './usePicture';
import { useTopologyState } from './useTopologyState';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

const FilterChips = lazy(() => import('./FilterChips'));
const OtherView = lazy(() => import('./OtherView'));
const SidePanel = lazy(() => import('./SidePanel'));

interface TopologyViewProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
}

/** Pixels; below it the page scrolls. */
const LEAST_HEIGHT = 480;

/** Options for the picture that keep their identity until one of them changes. */
const usePictureOptions = (graph: NetworkGraph, state: TopologyState): PictureOptions => {
  const { scope, isEachNode, showsUnused, selection } = state;
  const openKey = JSON.stringify(state.expanded);
  const filterKey = JSON.stringify(state.filter);
  const kept = keptVm(graph, selection);
  return useMemo(
    () => ({
      scope,
      filter: JSON.parse(filterKey) as Filter,
      expanded: new Set(JSON.parse(openKey) as readonly string[]),
      isEachNode,
      showsUnused,
      kept: new Set(kept === '' ? [] : [kept]),
    }),
    [scope, filterKey, openKey, isEachNode, showsUnused, kept],
  );
};

export const TopologyView: FC<TopologyViewProps> = ({ graph, diagnosis }) => {
  const t = useT();
  const [state, change] = useTopologyState();
  const { selection, scope, filter, view, expanded } = state;
  const options = usePictureOptions(graph, state);
  const { picture, layout } = usePicture(graph, diagnosis, options);
  const container = useRef<HTMLDivElement>(null);
  const height = useFillHeight(container, LEAST_HEIGHT);
  const shown = { view, graph, diagnosis, options, picture, layout, selection };
  const exported = useExport(container, shown);
  const select = useCallback((id: string) => change({ selection: id }), [change]);
  const open = useCallback(
    (id: string) => change((now) => ({ expanded: [...now.expanded, id], selection: '' })),
    [change],
  );
  const close = useCallback(
    (id: string) => change((now) => ({ expanded: now.expanded.filter((other) => other !== id) })),
    [change],
  );
  const isPicture = view === 'picture';
  const panel = (
    <DrawerPanelContent
      isResizable
      defaultSize="26rem"
      minSize="18rem"
      resizeAriaLabel={t('Resize the panel')}
    >
      {selection === '' ? null : (
        <Suspense fallback={<Waiting label={t('Loading')} />}>
          <SidePanel
            graph={graph}
            diagnosis={diagnosis}
            picture={picture}
            selection={selection}
            onSelect={select}
            onScope={(id) => change({ scope: id })}
            onOpen={open}
            onClose={() => select('')}
          />
        </Suspense>
      )}
    </DrawerPanelContent>
  );
  return (
    <div
      ref={container}
      className="vm-networks-topology"
      style={height === undefined ? undefined : { blockSize: height }}
    >
      <TopologyToolbar
        graph={graph}
        diagnosis={diagnosis}
        state={state}
        formats={exportFormats(view, picture.elements.size === 0 ? 'empty' : 'drawn')}
        onChange={change}
        onExport={exported.exportAs}
      />
      <ScopeTrail graph={graph} scope={scope} onScope={(id) => change({ scope: id })} />
      {isFiltering(filter) ? (
        <Suspense fallback={null}>
          <FilterChips filter={filter} onFilter={(next) => change({ filter: next })} />
        </Suspense>
      ) : null}
      {isPicture && expanded.length > 0 ? (
        <div>
          <Button variant="link" isInline onClick={() => change({ expanded: [] })}>
            {t('Fold everything again')}
          </Button>
        </div>
      ) : null}
      {exported.failure === '' ? null : (
        <Notice isInline variant="danger" title={t('The export failed')}>
          {exported.failure}
        </Notice>
      )}
      <Drawer isExpanded={selection !== ''} isInline className="vm-networks-topology__drawer">
        <DrawerContent panelContent={panel}>
          <DrawerContentBody className="vm-networks-topology__content">
            {isPicture ? (
              <PictureView
                graph={graph}
                picture={picture}
                layout={layout}
                selection={selection}
                subject={JSON.stringify([scope, filter])}
                isNarrowed={scope !== '' || isFiltering(filter)}
                onSelect={select}
                onOpen={open}
                onClose={close}
                onReset={() => change(WHOLE)}
                onTable={() => change({ view: 'table' })}
              />
            ) : (
              <Suspense fallback={<Waiting label={t('Loading')} />}>
                <OtherView
                  view={view}
                  graph={graph}
                  diagnosis={diagnosis}
                  options={options}
                  selection={selection}
                  onSelect={select}
                  onScope={(id) => change({ scope: id })}
                />
              </Suspense>
            )}
          </DrawerContentBody>
        </DrawerContent>
      </Drawer>
    </div>
  );
};

/** The folded picture of the whole cluster. */
const WHOLE: Partial<TopologyState> = {
  scope: '',
  filter: NO_FILTER,
  expanded: [],
  isEachNode: false,
  showsUnused: false,
};
