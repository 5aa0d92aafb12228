/** The plan as files: YAML, a kustomize folder, and a request in words for an administrator. */
import type { FC } from 'react';
import { Button, Flex, FlexItem } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { AttachIntent } from '../../plan/attachIntent';
import type { Plan, Step } from '../../plan/model';
import { kustomizeZip, planYaml } from './exportPlan';
import { RequestButton } from './RequestButton';
import { saveFile } from './saveFile';

interface ExportButtonsProps {
  readonly plan: Plan;
  /** Undefined where no VM is attached. */
  readonly intent?: AttachIntent;
  /** Steps that the user may not write; empty where all are allowed. */
  readonly denied: readonly Step[];
}

export const ExportButtons: FC<ExportButtonsProps> = ({ plan, intent, denied }) => {
  const t = useT();
  const name = `vm-networks-${plan.jobId}`;
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
          <RequestButton
            jobId={plan.jobId}
            denied={denied}
            {...(intent === undefined ? {} : { intent })}
            {...(plan.fixes === undefined ? {} : { fixes: plan.fixes })}
          />
        </FlexItem>
      )}
    </Flex>
  );
};
