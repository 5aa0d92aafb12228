/** The surface of a drawing: takes drag and wheel, moves what is on it, and has the zoom's buttons below. */
import type { FC, ReactNode, RefObject } from 'react';
import type { PanZoom } from './usePanZoom';
import { ZoomControls } from './ZoomControls';
import './drawing.css';

interface PanSurfaceProps {
  readonly container: RefObject<HTMLDivElement>;
  readonly pan: PanZoom;
  /** What the drawing is and how it is used, for those who do not see it. */
  readonly label: string;
  readonly testId: string;
  /** What pan and zoom move. */
  readonly children: ReactNode;
  /** What stays where it is, above the rest. */
  readonly fixed?: ReactNode;
}

export const PanSurface: FC<PanSurfaceProps> = (props) => {
  const { container, pan, label, testId, children, fixed } = props;
  const { x, y, zoom } = pan.view;
  return (
    <div className="vm-networks-picture">
      <div
        ref={container}
        className={`vm-networks-canvas${pan.isDragging ? ' vm-networks-canvas--dragging' : ''}`}
        onPointerDown={pan.onPointerDown}
        onPointerMove={pan.onPointerMove}
        onPointerUp={pan.onPointerUp}
        onPointerLeave={pan.onPointerUp}
      >
        <svg width="100%" height="100%" role="group" aria-label={label} data-test={testId}>
          <g transform={`translate(${x},${y}) scale(${zoom})`}>{children}</g>
          {fixed}
        </svg>
      </div>
      <ZoomControls zoomIn={pan.zoomIn} zoomOut={pan.zoomOut} reset={pan.reset} />
    </div>
  );
};
