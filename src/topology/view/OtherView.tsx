/** The views beside the picture, loaded when one of them is opened: table, coverage matrix, OVN. */
import { useMemo } from 'react';
import type { FC } from 'react';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { CoverageView } from '../matrix/CoverageView';
import { coverageRows } from '../matrix/coverageRows';
import { hidesHealthy } from '../model/filter';
import { findingIndex } from '../model/health';
import type { PictureOptions } from '../model/pictureOptions';
import { OvnNodeView } from '../ovn/OvnNodeView';
import { ovnNode } from '../ovn/ovnNode';
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

const OtherView: FC<OtherViewProps> = (props) => {
  const { view, graph, diagnosis, options, selection, onSelect, onScope } = props;
  const findings = findingIndex(diagnosis);
  const { scope, filter } = options;
  const rows = useMemo(
    () => (view === 'table' ? rowsInView(graph, diagnosis, options) : []),
    [view, graph, diagnosis, options],
  );
  const coverage = useMemo(
    () => (view === 'coverage' ? coverageRows(graph, findings, options) : []),
    [view, graph, findings, options],
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
