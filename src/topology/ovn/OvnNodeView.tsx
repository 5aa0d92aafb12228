/**
 * What OVN holds on one node, worked out from the API: the logical switches and routers of the
 * article's diagrams, and the user's networks beside them. It says that it was not read from OVN.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { ExpandableSection, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { ovnView } from '../../network/ovnView';
import type { OvnView } from '../../network/ovn/ovnModel';
import { OvnCanvas } from './OvnCanvas';
import { OvnPorts } from './OvnPorts';
import { ovnDrawing } from './ovnDrawing';
import './ovn.css';
import { Notice } from '../../ui/Notice';

interface OvnNodeViewProps {
  readonly graph: NetworkGraph;
  readonly node: string;
  readonly onNode: (node: string) => void;
  /** For the parts that the other views have, too: VM NICs and bridges. */
  readonly onSelect: (entity: string) => void;
}

export const OvnNodeView: FC<OvnNodeViewProps> = ({ graph, node, onNode, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const [chosen, setChosen] = useState('');
  const [isOpen, setOpen] = useState(false);
  const view = useMemo(() => ovnView(graph, node), [graph, node]);
  const drawing = useMemo(() => ovnDrawing(view), [view]);
  const nodes = useMemo(() => [...graph.nodes.keys()].sort(), [graph]);
  return (
    <div className="vm-networks-ovn" data-test="ovn-view">
      <div className="vm-networks-ovn__head">
        <FormSelect
          aria-label={t('Node')}
          className="vm-networks-ovn__node"
          value={node}
          onChange={(_event, value) => {
            setChosen('');
            onNode(value);
          }}
        >
          {nodes.map((name) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
        <Notice
          isInline
          isPlain
          variant="info"
          title={`${sentence(view.note)} ${gatewayWords(view, t)}`}
        />
      </div>
      {isSnapshotComplete(graph.snapshot) ? null : (
        <Notice
          isInline
          isPlain
          variant="warning"
          title={t('The cluster is still loading: what is not here may be on its way.')}
        />
      )}
      <OvnCanvas
        key={node}
        drawing={drawing}
        chosen={chosen}
        onChoose={(id) => {
          setChosen(id === chosen ? '' : id);
          if (graph.entities.has(id)) onSelect(id);
        }}
      />
      <ExpandableSection
        toggleText={
          chosen === '' ? t('Ports and addresses') : t('Ports and addresses of the choice')
        }
        isExpanded={isOpen}
        onToggle={(_event, next) => setOpen(next)}
      >
        <OvnPorts
          view={view}
          chosen={drawing.shapes.some(({ id }) => id === chosen) ? chosen : ''}
        />
      </ExpandableSection>
    </div>
  );
};

const gatewayWords = ({ gatewayMode }: OvnView, t: ReturnType<typeof useT>): string => {
  switch (gatewayMode) {
    case 'shared':
      return t('Shared gateway: egress leaves through the gateway router.');
    case 'local':
      return t('Local gateway: egress leaves through the routing of the host.');
    case 'unknown':
      return t('Whether the gateway is shared or local is not known.');
  }
};
