/** The title line of a list page, with the page's main action at its right. */
import { Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import type { ListPageHeaderProps } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';

export default function ListPageHeader(props: ListPageHeaderProps) {
  const { title, badge, children, helpText, helpAlert } = props;
  return (
    <PageSection>
      <Flex>
        <FlexItem grow={{ default: 'grow' }}>
          {title && (
            <Title headingLevel="h1" data-test="page-heading">
              {title} {badge}
            </Title>
          )}
          {helpText}
        </FlexItem>
        <FlexItem>{children}</FlexItem>
      </Flex>
      {helpAlert}
    </PageSection>
  );
}
