/** A resource as YAML with Save (or Create) and Reload, over the text area editor. */
import { useState } from 'react';
import { ActionGroup, Alert, Button, PageSection, Title } from '@patternfly/react-core';
import {
  k8sCreate,
  k8sUpdate,
  useK8sModel,
  getGroupVersionKindForResource,
} from '@openshift-console/dynamic-plugin-sdk';
import type {
  K8sResourceKind,
  ResourceYAMLEditorProps,
} from '@openshift-console/dynamic-plugin-sdk';
import { parse, stringify } from 'yaml';
import { AsyncCodeEditor } from './AsyncCodeEditor';

type Outcome = { readonly variant: 'success' | 'danger'; readonly text: string } | undefined;

export function AsyncResourceYAMLEditor(props: ResourceYAMLEditorProps) {
  const { initialResource, header, onSave, readOnly, create, onChange, hideHeader } = props;
  const [text, setText] = useState(() => stringify(initialResource));
  const [outcome, setOutcome] = useState<Outcome>();
  const [model] = useK8sModel(getGroupVersionKindForResource(initialResource));

  const save = async () => {
    if (onSave) {
      onSave(text);
      return;
    }
    try {
      const data = parse(text) as K8sResourceKind;
      const saved = create ? await k8sCreate({ model, data }) : await k8sUpdate({ model, data });
      setText(stringify(saved));
      setOutcome({ variant: 'success', text: `${saved.metadata?.name ?? ''} has been saved` });
    } catch (error) {
      setOutcome({
        variant: 'danger',
        text: error instanceof Error ? error.message : String(error),
      });
    }
  };

  return (
    <PageSection>
      {!hideHeader && header && <Title headingLevel="h2">{header}</Title>}
      <AsyncCodeEditor
        value={text}
        language="yaml"
        isReadOnly={readOnly ?? false}
        onChange={(value: string) => {
          setText(value);
          onChange?.(value);
        }}
        onSave={() => void save()}
      />
      {outcome && (
        <Alert
          isInline
          variant={outcome.variant}
          title={outcome.text}
          data-test="yaml-editor-result"
        />
      )}
      {!readOnly && (
        <ActionGroup>
          <Button onClick={() => void save()} isDisabled={!model} data-test="save-changes">
            {create ? 'Create' : 'Save'}
          </Button>
          <Button
            variant="secondary"
            onClick={() => {
              setText(stringify(initialResource));
            }}
            data-test="reload-object"
          >
            Reload
          </Button>
        </ActionGroup>
      )}
    </PageSection>
  );
}
