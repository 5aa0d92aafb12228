/** The raw object behind the entity, read from the API only when somebody wants to see it. */
import type { FC } from 'react';
import { Button, CodeBlock, CodeBlockCode } from '@patternfly/react-core';
import type { ObjectKey } from '../../console/objectKey';
import { useText, useT } from '../../console/translation';
import { PanelSection } from './PanelSection';
import { useObjectYaml } from './useObjectYaml';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

export const YamlSection: FC<{ readonly objectKey: ObjectKey }> = ({ objectKey }) => {
  const t = useT();
  const sentence = useText();
  const { state, load } = useObjectYaml(objectKey);
  const { kind, name } = objectKey;
  return (
    <PanelSection title={t('YAML')}>
      <div aria-live="polite" data-test="panel-yaml">
        {state.phase === 'loading' ? (
          <Waiting size="lg" label={t('Reading {{kind}} {{name}}', { kind, name })} />
        ) : null}
        {state.phase === 'failed' ? (
          <Notice isInline variant="danger" title={sentence(state.reason)} />
        ) : null}
      </div>
      {state.phase === 'loaded' ? (
        <CodeBlock>
          <CodeBlockCode>{state.yaml}</CodeBlockCode>
        </CodeBlock>
      ) : null}
      <Button
        className="vm-networks-panel__long"
        variant="secondary"
        isDisabled={state.phase === 'loading'}
        onClick={load}
      >
        {state.phase === 'loaded'
          ? t('Read it again')
          : t('Show YAML of {{kind}} {{name}}', { kind, name })}
      </Button>
    </PanelSection>
  );
};
