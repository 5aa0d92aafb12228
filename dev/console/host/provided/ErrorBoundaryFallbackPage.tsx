/** The page in the place of one that threw: what the console says, and the details for a developer. */
import { ExpandableSection, PageSection, Title } from '@patternfly/react-core';

interface ErrorPageProps {
  readonly errorMessage: string;
  readonly componentStack: string;
  readonly stack: string;
  readonly title: string;
}

export default function ErrorBoundaryFallbackPage(props: ErrorPageProps) {
  const { title, errorMessage, componentStack, stack } = props;
  return (
    <PageSection data-test="error-page">
      <Title headingLevel="h1">Something wrong happened</Title>
      <p>{title}</p>
      <p>{errorMessage}</p>
      <ExpandableSection toggleText="Show details">
        <pre>{componentStack}</pre>
        <pre>{stack}</pre>
      </ExpandableSection>
    </PageSection>
  );
}
