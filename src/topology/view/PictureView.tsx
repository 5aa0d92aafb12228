/** The picture, or why there is none: too much of it, or nothing that could be read. */
import { Suspense, lazy } from 'react';
import type { FC } from 'react';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Layout } from '../layout/layoutPicture';
import type { Picture } from '../model/picture';
import { Canvas } from './Canvas';

const NoPicture = lazy(() => import('./NoPicture'));

interface PictureViewProps {
  readonly graph: NetworkGraph;
  readonly picture: Picture;
  readonly layout: Layout;
  readonly selection: string;
  /** What the picture is of: scope and filter in one word. */
  readonly subject: string;
  readonly isNarrowed: boolean;
  readonly onSelect: (entity: string) => void;
  readonly onOpen: (fold: string) => void;
  readonly onClose: (fold: string) => void;
  /** Back to the folded picture of everything. */
  readonly onReset: () => void;
  readonly onTable: () => void;
}

export const PictureView: FC<PictureViewProps> = (props) => {
  const { graph, picture } = props;
  if (picture.isTooLarge || picture.elements.size === 0) {
    return (
      <Suspense fallback={null}>
        <NoPicture
          graph={graph}
          picture={picture}
          isNarrowed={props.isNarrowed}
          onReset={props.onReset}
          onTable={props.onTable}
        />
      </Suspense>
    );
  }
  return (
    <Canvas
      graph={graph}
      picture={picture}
      layout={props.layout}
      selection={props.selection}
      subject={props.subject}
      wheel="pan"
      onSelect={props.onSelect}
      onOpen={props.onOpen}
      onClose={props.onClose}
    />
  );
};
