/** Saves what is shown as a file. What goes wrong comes back as a sentence. */
import { useState } from 'react';
import type { RefObject } from 'react';
import { useWords } from '../../console/translation';
import { download } from '../export/download';
import type { Shown } from '../export/exportFile';
import type { ExportFormat } from '../export/exportFormats';
import { paletteOf } from '../export/paletteOf';

/** @param within an element inside the page, for its theme */
export const useExport = (
  within: RefObject<HTMLElement>,
  shown: Shown,
): { readonly failure: string; readonly exportAs: (format: ExportFormat) => void } => {
  const words = useWords();
  const [failure, setFailure] = useState('');
  const save = async (format: ExportFormat): Promise<void> => {
    const { exportFile } = await import('../export/exportFile');
    const palette = paletteOf(within.current ?? document.body);
    const { content, name } = await exportFile(format, shown, palette, words);
    download(content, name);
  };
  const exportAs = (format: ExportFormat): void => {
    setFailure('');
    save(format).catch((error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  return { failure, exportAs };
};
