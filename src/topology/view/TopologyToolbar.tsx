/** The tools above every view of the topology: find, filter, problems, how to show it, export. */
import { Suspense, lazy } from 'react';
import type { FC } from 'react';
import {
  Switch,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
  ToolbarToggleGroup,
} from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { ExportFormat } from '../export/exportFormats';
import { UNHEALTHY, hidesHealthy } from '../model/filter';
import { ExportMenu } from './ExportMenu';
import { FindBox } from './FindBox';
import { Legend } from './Legend';
import { ProblemStepper } from './ProblemStepper';
import { ViewToggle } from './ViewToggle';
import type { TopologyState } from './topologyUrl';

const FilterBox = lazy(() => import('./FilterBox'));
const OptionsMenu = lazy(() => import('./OptionsMenu'));

interface TopologyToolbarProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly state: TopologyState;
  readonly formats: readonly ExportFormat[];
  readonly onChange: (edit: Partial<TopologyState>) => void;
  readonly onExport: (format: ExportFormat) => void;
}

export const TopologyToolbar: FC<TopologyToolbarProps> = (props) => {
  const { graph, diagnosis, state, formats, onChange, onExport } = props;
  const t = useT();
  const { filter, selection, view } = state;
  return (
    <Toolbar className="vm-networks-topology__toolbar">
      <ToolbarContent>
        <ToolbarItem>
          <FindBox
            graph={graph}
            find={state.find}
            onFound={(find, entity) => onChange({ find, selection: entity })}
            onClear={() => onChange({ find: '' })}
          />
        </ToolbarItem>
        <ProblemStepper
          diagnosis={diagnosis}
          selection={selection}
          onSelect={(id) => onChange({ selection: id })}
        />
        <ToolbarToggleGroup toggleIcon={<FilterIcon />} breakpoint="2xl">
          <ToolbarItem>
            <Suspense fallback={null}>
              <FilterBox
                graph={graph}
                filter={filter}
                onFilter={(next) => onChange({ filter: next })}
              />
            </Suspense>
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <Switch
              id="topology-hide-healthy"
              label={t('Hide healthy')}
              isChecked={hidesHealthy(filter)}
              onChange={(_event, hides) =>
                onChange({ filter: { ...filter, state: hides ? UNHEALTHY : [] } })
              }
            />
          </ToolbarItem>
          <ToolbarItem>
            <Suspense fallback={null}>
              <OptionsMenu
                isEachNode={state.isEachNode}
                showsUnused={state.showsUnused}
                onChange={onChange}
              />
            </Suspense>
          </ToolbarItem>
        </ToolbarToggleGroup>
        <ToolbarGroup align={{ default: 'alignEnd' }} className="vm-networks-topology__end">
          <ToolbarItem>
            <ViewToggle view={view} onView={(next) => onChange({ view: next })} />
          </ToolbarItem>
          <ToolbarItem>
            <ExportMenu formats={formats} onExport={onExport} />
          </ToolbarItem>
          <ToolbarItem>
            <Legend />
          </ToolbarItem>
        </ToolbarGroup>
      </ToolbarContent>
    </Toolbar>
  );
};
