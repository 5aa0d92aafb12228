/** Stand-in for the page until it is written: enough for the console to load and route to. */
import { Content, PageSection, Title } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

export default function VmNetworksPage() {
  const { t } = useTranslation('plugin__vm-networks');
  return (
    <PageSection>
      <Title headingLevel="h1">{t('VM Networks')}</Title>
      <Content component="p" />
    </PageSection>
  );
}
