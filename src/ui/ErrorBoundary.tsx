/**
 * Catches a defect of ours below it and says so, with what to do next, instead of a blank page. The
 * only class component: React offers no hook for this.
 */
import { Component } from 'react';
import type { FC, ReactNode } from 'react';
import {
  Button,
  CodeBlock,
  CodeBlockCode,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { useT } from '../console/translation';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error?: Error;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {};

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Defect error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}

interface DefectProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

const Defect: FC<DefectProps> = ({ error, onRetry }) => {
  const t = useT();
  return (
    <EmptyState
      titleText={t('VM Networks met a defect of its own')}
      headingLevel="h2"
      status="danger"
    >
      <EmptyStateBody>
        {t(
          'Nothing in the cluster was changed by it. Try again; if it comes back, report this message.',
        )}
        <CodeBlock>
          <CodeBlockCode>{error.stack ?? error.message}</CodeBlockCode>
        </CodeBlock>
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={onRetry}>
            {t('Try again')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
