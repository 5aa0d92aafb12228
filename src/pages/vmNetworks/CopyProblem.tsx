/** Copies a problem as Markdown, for a ticket. */
import { useState } from 'react';
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';
import { CopyIcon } from '@patternfly/react-icons';
import { useT } from '../../console/translation';
import type { ProblemRow } from './foldProblems';
import { problemMarkdown } from './problemTree';

type State = 'idle' | 'copied' | 'refused';

export const CopyProblem: FC<{ readonly row: ProblemRow }> = ({ row }) => {
  const t = useT();
  const [state, setState] = useState<State>('idle');
  const copy = (): void => {
    const markdown = [row.first, ...row.others].map(problemMarkdown).join('\n');
    navigator.clipboard.writeText(markdown).then(
      () => setState('copied'),
      // No right, or no secure origin.
      () => setState('refused'),
    );
  };
  const labels: Readonly<Record<State, string>> = {
    idle: t('Copy as Markdown'),
    copied: t('Copied'),
    refused: t('The browser does not let it be copied'),
  };
  return (
    <Button variant="link" isInline icon={<CopyIcon />} onClick={copy}>
      <span aria-live="polite">{labels[state]}</span>
    </Button>
  );
};
