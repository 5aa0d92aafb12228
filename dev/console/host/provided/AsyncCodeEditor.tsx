/**
 * The console's code editor is Monaco, loaded late. Here it is a labelled text area with the same value,
 * change and save contract, which tests can type into.
 */
import { forwardRef } from 'react';
import { TextArea } from '@patternfly/react-core';
import type {
  CodeEditorProps,
  CodeEditorRef,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';

export const AsyncCodeEditor = forwardRef<CodeEditorRef, CodeEditorProps>(function AsyncCodeEditor(
  { value, onChange, onSave, isReadOnly, minHeight, language },
  _ref,
) {
  return (
    <TextArea
      className="dev-console-code-editor"
      aria-label={`Code editor${language ? ` (${language})` : ''}`}
      data-test="code-editor"
      value={value ?? ''}
      readOnlyVariant={isReadOnly ? 'plain' : undefined}
      onChange={(event, text) => {
        // Monaco hands out its own change event here; no plugin of ours reads it.
        onChange?.(text, event as never);
      }}
      onKeyDown={(event) => {
        if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSave?.();
      }}
      style={{ minHeight: minHeight ?? '20rem' }}
      spellCheck={false}
    />
  );
});
