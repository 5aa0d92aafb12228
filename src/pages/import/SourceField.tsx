/** Where the CSV comes from: a file, or the clipboard. What is there can be mended in place. */
import { useState } from 'react';
import type { FC } from 'react';
import {
  FileUpload,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';
import { Notice } from '../../ui/Notice';
import { decodeText } from './decodeText';
import type { ImportForm } from './importForm';

/** Bytes; ten thousand port groups with all their columns are less. */
const LARGEST = 5_000_000;

interface SourceFieldProps {
  readonly form: Pick<ImportForm, 'source' | 'fileName'>;
  readonly onChange: (change: Pick<ImportForm, 'source' | 'fileName'>) => void;
}

export const SourceField: FC<SourceFieldProps> = ({ form, onChange }) => {
  const t = useT();
  const [problem, setProblem] = useState('');
  const read = async (file: File): Promise<void> => {
    if (file.size > LARGEST) {
      setProblem(t('{{file}} is too large to be a list of port groups.', { file: file.name }));
      return;
    }
    try {
      onChange({ source: decodeText(await file.arrayBuffer()), fileName: file.name });
      setProblem('');
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      setProblem(t('{{file}} could not be read: {{reason}}', { file: file.name, reason }));
    }
  };
  return (
    <FormGroup label={t('Port groups as CSV')} fieldId="import-source" isRequired>
      <FileUpload
        id="import-source"
        type="text"
        value={form.source}
        filename={form.fileName}
        aria-label={t('Port groups as CSV')}
        filenameAriaLabel={t('Name of the file')}
        filenamePlaceholder={t('Drop a file here, or paste its lines below')}
        browseButtonText={t('Browse')}
        clearButtonText={t('Clear')}
        allowEditingUploadedText
        onFileInputChange={(_event, file) => void read(file)}
        onTextChange={(_event, source) => onChange({ source, fileName: form.fileName })}
        onClearClick={() => onChange({ source: '', fileName: '' })}
      />
      <FormHelperText>
        <HelperText>
          <HelperTextItem>
            {t(
              'As Get-VDPortgroup | Export-Csv writes it, or lines of name,vlan,description. Each row stays a row of the table below until you change it here.',
            )}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
      {problem === '' ? null : <Notice isInline isPlain variant="danger" title={problem} />}
    </FormGroup>
  );
};
