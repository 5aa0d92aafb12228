/** The document of a step: as it will be sent, and for a new object open to edits. */
import { useState } from 'react';
import type { FC } from 'react';
import { Button, CodeBlock, CodeBlockCode, Flex, FlexItem, TextArea } from '@patternfly/react-core';
import { parse } from 'yaml';
import { asRecord } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import { useText, useT } from '../../console/translation';
import type { Guard, Step } from '../../plan/model';
import { writeDocument } from '../../plan/writeDocument';
import { Notice } from '../../ui/Notice';
import { yamlOf } from '../../ui/yamlOf';

interface StepYamlProps {
  readonly step: Step;
  readonly name: string;
  /** Why what was typed last cannot be written. */
  readonly refused: readonly Guard[];
  /** Undefined where it is only to be read. */
  readonly onEdit: ((body: KubeObject) => void) | undefined;
}

/** The object, or what is wrong with the text as YAML. */
const read = (typed: string): KubeObject | string => {
  try {
    return asRecord(parse(typed)) ?? '';
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
};

export const StepYaml: FC<StepYamlProps> = ({ step, name, refused, onEdit }) => {
  const t = useT();
  const sentence = useText();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const shown = yamlOf(writeDocument(step.write));
  const take = (): void => {
    const body = read(typed ?? shown);
    if (typeof body === 'string') return setProblem(body);
    setProblem(undefined);
    onEdit?.(body);
  };
  return (
    <div className="vm-networks-attach__detail">
      {typed === undefined ? (
        <CodeBlock>
          <CodeBlockCode>{shown}</CodeBlockCode>
        </CodeBlock>
      ) : (
        <TextArea
          aria-label={t('YAML of {{name}}', { name })}
          className="vm-networks-attach__yaml"
          resizeOrientation="vertical"
          rows={Math.min(28, typed.split('\n').length + 1)}
          value={typed}
          onChange={(_event, value) => setTyped(value)}
        />
      )}
      {problem === undefined ? null : (
        <Notice isInline variant="danger" title={t('This is no YAML of an object.')}>
          {problem}
        </Notice>
      )}
      {refused.map((guard) => (
        <Notice
          key={`${guard.id} ${sentence(guard.message)}`}
          isInline
          variant="danger"
          data-test={`edit-refused-${guard.id}`}
          title={sentence(guard.message)}
        />
      ))}
      {step.write.type !== 'create' || onEdit === undefined ? null : (
        <Flex>
          <FlexItem>
            {typed === undefined ? (
              <Button variant="link" isInline onClick={() => setTyped(shown)}>
                {t('Edit the YAML of {{name}}', { name })}
              </Button>
            ) : (
              <Button variant="secondary" onClick={take}>
                {t('Check and take over')}
              </Button>
            )}
          </FlexItem>
        </Flex>
      )}
    </div>
  );
};
