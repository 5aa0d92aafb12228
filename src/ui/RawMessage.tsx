/** The field that a known raw message points to, and the message as it came behind a toggle. */
import { useState } from 'react';
import type { FC } from 'react';
import { CodeBlock, CodeBlockCode, ExpandableSection } from '@patternfly/react-core';
import { useT } from '../console/translation';
import { decodeMessage } from '../doctor/decoders/decodeMessage';
import type { Finding } from '../doctor/model';

export const RawMessage: FC<{ readonly finding: Finding }> = ({ finding }) => {
  const t = useT();
  const [isExpanded, setExpanded] = useState(false);
  const { quote } = finding;
  if (quote === undefined) return null;
  const field = decodeMessage(quote.raw)?.field ?? '';
  return (
    <div>
      {field === '' ? null : <p>{t('Field to change: {{field}}', { field })}</p>}
      <ExpandableSection
        toggleText={t('The message as it came')}
        isExpanded={isExpanded}
        onToggle={(_event, expanded) => setExpanded(expanded)}
      >
        <CodeBlock>
          <CodeBlockCode>{quote.raw}</CodeBlockCode>
        </CodeBlock>
      </ExpandableSection>
    </div>
  );
};
