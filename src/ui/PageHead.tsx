/** The head of a page: its title at the left, what can be done with it at the right. */
import type { FC, ReactNode } from 'react';
import { Flex, FlexItem, PageSection } from '@patternfly/react-core';

interface PageHeadProps {
  /** From left to right. */
  readonly actions: readonly ReactNode[];
  /** Title, and a line about it. */
  readonly children: ReactNode;
}

export const PageHead: FC<PageHeadProps> = ({ actions, children }) => (
  <PageSection hasBodyWrapper={false}>
    <Flex
      justifyContent={{ default: 'justifyContentSpaceBetween' }}
      alignItems={{ default: 'alignItemsFlexStart' }}
    >
      <FlexItem>{children}</FlexItem>
      <FlexItem>
        <Flex alignItems={{ default: 'alignItemsCenter' }} spaceItems={{ default: 'spaceItemsMd' }}>
          {actions.map((action, index) => (
            <FlexItem key={index}>{action}</FlexItem>
          ))}
        </Flex>
      </FlexItem>
    </Flex>
  </PageSection>
);
