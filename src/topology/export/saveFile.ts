/** Makes a file of what is shown and hands it to the user. Loaded when the first file is asked for. */
import type { Words } from '../../console/translation';
import { download } from './download';
import { exportFile } from './exportFile';
import type { Shown } from './exportFile';
import type { ExportFormat } from './exportFormats';
import { paletteOf } from './paletteOf';

/**
 * @param within an element inside the page, for its theme
 * @throws when the browser cannot draw a PNG of it
 */
export const saveFile = async (
  format: ExportFormat,
  shown: Shown,
  within: HTMLElement,
  words: Words,
): Promise<void> => {
  const { content, name } = await exportFile(format, shown, paletteOf(within), words);
  download(content, name);
};
