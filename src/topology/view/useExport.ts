/** Saves what is shown as a file. What goes wrong comes back as a sentence. */
import { useState } from 'react';
import type { RefObject } from 'react';
import { useWords } from '../../console/translation';
import type { Shown } from '../export/exportFile';
import type { ExportFormat } from '../export/exportFormats';

/** @param within an element inside the page, for its theme */
export const useExport = (
  within: RefObject<HTMLElement>,
  shown: Shown,
): { readonly failure: string; readonly exportAs: (format: ExportFormat) => void } => {
  const words = useWords();
  const [failure, setFailure] = useState('');
  const save = async (format: ExportFormat): Promise<void> => {
    const { saveFile } = await import('../export/saveFile');
    await saveFile(format, shown, within.current ?? document.body, words);
  };
  const exportAs = (format: ExportFormat): void => {
    setFailure('');
    save(format).catch((error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  return { failure, exportAs };
};
