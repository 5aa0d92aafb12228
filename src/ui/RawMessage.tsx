/** The field that a known raw message points to, and the message as it came behind a toggle. */
import { useState } from 'react';
import type { FC } from 'react';
import { CodeBlock, CodeBlockCode, ExpandableSection } from '@patternfly/react-core';
import { useT } from '../console/translation';
import { decodeMessage } from '../doctor/decoders/decodeMessage';

export const RawMessage: FC<{ readonly raw: string }> = ({ raw }) => {
  const t = useT();
  const [isExpanded, setExpanded] = useState(false);
  const field = decodeMessage(raw)?.field ?? '';
  return (
    <div>
      {field === '' ? null : <p>{t('Field to change: {{field}}', { field })}</p>}
      <ExpandableSection
        toggleText={t('The message as it came')}
        isExpanded={isExpanded}
        onToggle={(_event, expanded) => setExpanded(expanded)}
      >
        <CodeBlock>
          <CodeBlockCode>{raw}</CodeBlockCode>
        </CodeBlock>
      </ExpandableSection>
    </div>
  );
};
