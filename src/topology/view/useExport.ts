/** Makes the files of the export menu. What goes wrong comes back as a sentence. */
import { useCallback, useState } from 'react';
import type { RefObject } from 'react';
import { useText, useT } from '../../console/translation';
import { csvText } from '../export/csvText';
import { download } from '../export/download';
import { mermaidPicture } from '../export/mermaidPicture';
import { paletteOf } from '../export/paletteOf';
import { pngOf } from '../export/pngOf';
import { svgPicture } from '../export/svgPicture';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Layout } from '../layout/layoutPicture';
import type { Picture } from '../model/picture';
import type { PictureOptions } from '../model/pictureOptions';
import { cellsOf, rowsInView } from '../table/rowsInView';
import type { ExportFormat } from './ExportMenu';

interface Exported {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly options: PictureOptions;
  readonly picture: Picture;
  readonly layout: Layout;
}

const NAME = 'vm-networks';

const textBlob = (content: string, type: string): Blob =>
  new Blob([content], { type: `${type};charset=utf-8` });

/** @param within an element inside the page, for its theme */
export const useExport = (
  within: RefObject<HTMLElement>,
  { graph, diagnosis, options, picture, layout }: Exported,
): { readonly failure: string; readonly exportAs: (format: ExportFormat) => void } => {
  const t = useT();
  const sentence = useText();
  const [failure, setFailure] = useState('');
  const svg = useCallback(
    () =>
      svgPicture(
        picture,
        layout,
        paletteOf(within.current ?? document.body),
        t('VM Networks'),
        sentence,
      ),
    [picture, layout, within, t, sentence],
  );
  const table = (): Iterable<readonly string[]> => [
    [
      t('Kind'),
      t('Name'),
      t('Node, project or VM'),
      t('State'),
      t('Reason'),
      t('VLAN'),
      t('MTU'),
      t('Towards the switch'),
      t('Towards the VM'),
    ],
    ...cellsOf(graph, rowsInView(graph, diagnosis, options), sentence),
  ];
  const save = async (format: ExportFormat): Promise<void> => {
    switch (format) {
      case 'svg':
        download(textBlob(svg(), 'image/svg+xml'), `${NAME}.svg`);
        return;
      case 'png':
        download(await pngOf(svg(), layout.bounds.width, layout.bounds.height), `${NAME}.png`);
        return;
      case 'mermaid':
        download(textBlob(mermaidPicture(picture, sentence), 'text/plain'), `${NAME}.mmd`);
        return;
      case 'csv':
        download(textBlob(csvText(table()), 'text/csv'), `${NAME}.csv`);
    }
  };
  const exportAs = (format: ExportFormat): void => {
    setFailure('');
    save(format).catch((error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  return { failure, exportAs };
};
