/** What is known of the choice: an entity, or a fold of the picture and what it stands for. */
import type { FC } from 'react';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { findingIndex } from '../model/health';
import type { Picture } from '../model/picture';
import { CrowdPanel } from '../panel/CrowdPanel';
import { EntityPanel } from '../panel/EntityPanel';

interface SidePanelProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly picture: Picture;
  /** Entity id, or the id of a fold. */
  readonly selection: string;
  readonly onSelect: (id: string) => void;
  readonly onScope: (id: string) => void;
  readonly onOpen: (fold: string) => void;
  readonly onClose: () => void;
}

/** What to open so that the members of a fold are seen: itself, or the frame that is the fold. */
const foldOf = (picture: Picture, id: string): string => {
  const frame = picture.frames.get(picture.elements.get(id)?.frame ?? '');
  return frame?.isFold === true ? frame.id : id;
};

const SidePanel: FC<SidePanelProps> = (props) => {
  const { graph, diagnosis, picture, selection, onSelect, onScope, onOpen, onClose } = props;
  const crowd = graph.entities.has(selection) ? undefined : picture.elements.get(selection);
  if (crowd !== undefined) {
    return (
      <CrowdPanel
        key={selection}
        graph={graph}
        findings={findingIndex(diagnosis)}
        element={crowd}
        onSelect={onSelect}
        onOpen={() => onOpen(foldOf(picture, selection))}
        onClose={onClose}
      />
    );
  }
  return (
    <EntityPanel
      graph={graph}
      diagnosis={diagnosis}
      id={selection}
      onSelect={onSelect}
      onScope={onScope}
      onClose={onClose}
    />
  );
};

export default SidePanel;
