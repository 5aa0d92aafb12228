/** The views beside the picture, loaded when one of them is opened: table, coverage matrix, OVN. */
import { useMemo } from 'react';
import type { FC } from 'react';
import type { Diagnosis } from '../../doctor/model';
import { coverageMatrix } from '../../network/coverageMatrix';
import type { CoverageRow } from '../../network/coverageMatrix';
import type { NetworkGraph } from '../../network/networkGraph';
import { CoverageView } from '../matrix/CoverageView';
import type { Filter } from '../model/filter';
import { hidesHealthy } from '../model/filter';
import { filterEntities } from '../model/filterEntities';
import type { FindingIndex } from '../model/health';
import { findingIndex } from '../model/health';
import type { PictureOptions } from '../model/pictureOptions';
import { scopeEntities } from '../model/scopeEntities';
import { OvnNodeView } from '../ovn/OvnNodeView';
import { TableView } from '../table/TableView';
import { rowsInView } from '../table/rowsInView';
import type { View } from './topologyUrl';

interface OtherViewProps {
  readonly view: Exclude<View, 'picture'>;
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly options: PictureOptions;
  readonly selection: string;
  readonly onSelect: (entity: string) => void;
  readonly onScope: (entity: string) => void;
}

/** Networks in scope and filter; a state is asked of the cells instead. */
const coverageRows = (
  graph: NetworkGraph,
  findings: FindingIndex,
  scope: string,
  filter: Filter,
): readonly CoverageRow[] => {
  const inScope = scopeEntities(graph, scope);
  const inFilter = filterEntities(graph, findings, { ...filter, state: [] });
  return coverageMatrix(graph).filter(
    ({ id }) => inScope?.has(id) !== false && inFilter?.has(id) !== false,
  );
};

/** The node of the scope or of the choice, else the first that runs VMs. */
const ovnNode = (graph: NetworkGraph, scope: string, selection: string): string => {
  for (const id of [scope, selection]) {
    const entity = graph.entities.get(id);
    const node = entity?.kind === 'node' ? entity.name : entity?.node;
    if (node !== undefined && node !== '') return node;
    const vnic = id.startsWith('vnic/') ? graph.vnics.get(id.slice('vnic/'.length)) : undefined;
    const vm = vnic && graph.vms.get(`${vnic.namespace}/${vnic.vmName}`);
    if (vm !== undefined && vm.node !== '') return vm.node;
  }
  const names = [...graph.nodes.keys()].sort();
  return names.find((name) => graph.nodes.get(name)?.runsVms === true) ?? names[0] ?? '';
};

const OtherView: FC<OtherViewProps> = (props) => {
  const { view, graph, diagnosis, options, selection, onSelect, onScope } = props;
  const findings = findingIndex(diagnosis);
  const { scope, filter } = options;
  const rows = useMemo(
    () => (view === 'table' ? rowsInView(graph, diagnosis, options) : []),
    [view, graph, diagnosis, options],
  );
  const coverage = useMemo(
    () => (view === 'coverage' ? coverageRows(graph, findings, scope, filter) : []),
    [view, graph, findings, scope, filter],
  );
  switch (view) {
    case 'table':
      return (
        <TableView
          graph={graph}
          findings={findings}
          rows={rows}
          selection={selection}
          onSelect={onSelect}
        />
      );
    case 'coverage':
      return (
        <CoverageView
          graph={graph}
          rows={coverage}
          isEachNode={options.isEachNode}
          hidesHealthy={hidesHealthy(filter)}
          onSelect={onSelect}
        />
      );
    case 'ovn':
      return (
        <OvnNodeView
          graph={graph}
          node={ovnNode(graph, scope, selection)}
          onNode={(node) => onScope(`node/${node}`)}
          onSelect={onSelect}
        />
      );
  }
};

export default OtherView;
