/** What an address without a page shows. */
import { PageSection, Title } from '@patternfly/react-core';
import { useLocation } from '../line/router';

export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <PageSection data-test="not-found">
      <Title headingLevel="h1">404: Page not found</Title>
      No page of the development console or of a loaded plugin answers to {pathname}.
    </PageSection>
  );
}
