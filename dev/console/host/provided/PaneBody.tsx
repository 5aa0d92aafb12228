/** The padded body of list pages in consoles up to 4.21. */
import { PageSection } from '@patternfly/react-core';
import type { ReactNode } from 'react';

export default function PaneBody({ children }: { readonly children?: ReactNode }) {
  return <PageSection hasBodyWrapper={false}>{children}</PageSection>;
}
