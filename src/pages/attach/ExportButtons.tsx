/** The plan as files: YAML, a kustomize folder, and a request in words for an administrator. */
import type { FC } from 'react';
import { Button, Flex, FlexItem } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { Plan, Step } from '../../plan/model';
import { kustomizeZip, planYaml } from './exportPlan';
import { saveFile } from './saveFile';

interface ExportButtonsProps {
  readonly plan: Plan;
  /** Steps that the user may not write; empty where all are allowed. */
  readonly denied: readonly Step[];
}

export const ExportButtons: FC<ExportButtonsProps> = ({ plan, denied }) => {
  const t = useT();
  const sentence = useText();
  const name = `vm-networks-${plan.jobId}`;
  const request = (): string =>
    [
      t('Please apply these objects, in this order, for the virtual machines named below.'),
      ...denied.map((step, index) => `${index + 1}. ${sentence(step.purpose)}`),
      '',
      planYaml(denied),
    ].join('\n');
  return (
    <Flex>
      <FlexItem>
        <Button
          variant="secondary"
          onClick={() => saveFile(`${name}.yaml`, planYaml(plan.steps), 'application/yaml')}
        >
          {t('Export as YAML')}
        </Button>
      </FlexItem>
      <FlexItem>
        <Button
          variant="secondary"
          onClick={() => saveFile(`${name}.zip`, kustomizeZip(plan.steps), 'application/zip')}
        >
          {t('Export as kustomize folder')}
        </Button>
      </FlexItem>
      {denied.length === 0 ? null : (
        <FlexItem>
          <Button
            variant="secondary"
            onClick={() => saveFile(`${name}-request.txt`, request(), 'text/plain')}
          >
            {t('Export a request for an administrator')}
          </Button>
        </FlexItem>
      )}
    </Flex>
  );
};
