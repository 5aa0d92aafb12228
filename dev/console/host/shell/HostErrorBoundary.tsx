/** Keeps one page's failure to that page, and logs it, as the console's own boundary does. */
import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import ErrorBoundaryFallbackPage from '../provided/ErrorBoundaryFallbackPage';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error?: Error;
  readonly componentStack: string;
}

export class HostErrorBoundary extends Component<Props, State> {
  override state: State = { componentStack: '' };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo) {
    console.error('A page failed', error);
    this.setState({ componentStack: componentStack ?? '' });
  }

  override render() {
    const { error, componentStack } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorBoundaryFallbackPage
        title={error.name}
        errorMessage={error.message}
        componentStack={componentStack}
        stack={error.stack ?? ''}
      />
    );
  }
}
