/**
 * The picture of one thing, to stand on a page of its own: a VM's path, the network of a node, what a
 * policy or a network is connected with. No toolbar and no panel; the page decides what a choice does.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FC } from 'react';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { DEFAULT_OPTIONS } from '../model/pictureOptions';
import { Canvas } from './Canvas';
import './topology.css';
import { keptVm, usePicture } from './usePicture';

interface SmallTopologyProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  /** Entity id the picture is about: `vm/ns/name`, `node/name`, `policy/name`, `nad/ns/name` ... */
  readonly scope: string;
  /** Entity id whose path is lit; '' for none. */
  readonly selection: string;
  /** Called with an entity id; '' when the user leaves with Escape. */
  readonly onSelect: (entity: string) => void;
}

/** Height in pixels: the drawing's own at full size, within what a page has room for. */
const HEIGHT = { least: 240, most: 560, around: 64 } as const;

export const SmallTopology: FC<SmallTopologyProps> = (props) => {
  const { graph, diagnosis, scope, selection, onSelect } = props;
  const t = useT();
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setExpanded(new Set()), [scope]);
  const open = useCallback((id: string) => setExpanded((before) => new Set([...before, id])), []);
  const close = useCallback(
    (id: string) => setExpanded((before) => new Set([...before].filter((other) => other !== id))),
    [],
  );
  const [own, chosen] = [keptVm(graph, scope), keptVm(graph, selection)];
  const options = useMemo(
    () => ({
      ...DEFAULT_OPTIONS,
      scope,
      expanded,
      kept: new Set([own, chosen].filter((vm) => vm !== '')),
    }),
    [scope, expanded, own, chosen],
  );
  const { picture, layout } = usePicture(graph, diagnosis, options);
  if (!graph.entities.has(scope)) {
    return <p data-test="small-topology-gone">{t('This is not in the cluster any more.')}</p>;
  }
  if (picture.isTooLarge) {
    return <p>{t('This is connected with too much for a small picture.')}</p>;
  }
  if (picture.elements.size === 0) {
    return <p>{t('Nothing is connected with this yet.')}</p>;
  }
  const blockSize = Math.min(
    HEIGHT.most,
    Math.max(HEIGHT.least, layout.bounds.height + HEIGHT.around),
  );
  return (
    <div className="vm-networks-topology__small" style={{ blockSize }}>
      <Canvas
        graph={graph}
        picture={picture}
        layout={layout}
        selection={selection}
        subject={scope}
        wheel="page"
        onSelect={onSelect}
        onOpen={open}
        onClose={close}
      />
    </div>
  );
};
