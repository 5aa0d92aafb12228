/** Which files each view can be saved as. */
import type { View } from '../view/topologyUrl';

export type ExportFormat = 'svg' | 'png' | 'mermaid' | 'csv';

const FORMATS: Readonly<Record<View, readonly ExportFormat[]>> = {
  picture: ['svg', 'png', 'mermaid', 'csv'],
  table: ['csv'],
  coverage: ['csv'],
  ovn: ['svg', 'png', 'csv'],
};

/** @param picture whether there is anything in it */
export const exportFormats = (view: View, picture: 'drawn' | 'empty'): readonly ExportFormat[] =>
  view === 'picture' && picture === 'empty' ? FORMATS.table : FORMATS[view];
