/**
 * The console's code editor is Monaco, loaded late. Here it is a labelled text area with the same value,
 * change and save contract, which tests can type into.
 */
import { forwardRef } from 'react';
import type { FormEvent } from 'react';
import { TextArea } from '@patternfly/react-core';

/** The part of the console's editor props that means something without Monaco. */
interface EditorProps {
  readonly value?: string;
  readonly language?: string;
  readonly isReadOnly?: boolean;
  readonly minHeight?: string;
  readonly onChange?: (value: string, event: FormEvent) => void;
  readonly onSave?: () => void;
}

export const AsyncCodeEditor = forwardRef<HTMLTextAreaElement, EditorProps>(
  function AsyncCodeEditor({ value, onChange, onSave, isReadOnly, minHeight, language }, ref) {
    return (
      <TextArea
        ref={ref}
        className="dev-console-code-editor"
        aria-label={`Code editor${language ? ` (${language})` : ''}`}
        data-test="code-editor"
        value={value ?? ''}
        readOnlyVariant={isReadOnly ? 'plain' : undefined}
        onChange={(event, text) => onChange?.(text, event)}
        onKeyDown={(event) => {
          if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSave?.();
        }}
        style={{ minHeight: minHeight ?? '20rem' }}
        spellCheck={false}
      />
    );
  },
);
