/** The seven ways, the proposed one first; one that cannot be taken says why. */
import type { FC } from 'react';
import { Label, Radio } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { FLOWS } from '../../plan/flows';
import type { StepProps } from './stepProps';

export const FlowRadios: FC<StepProps> = ({ proposals, intent, edit }) => {
  const t = useT();
  const sentence = useText();
  return (
    <div className="vm-networks-attach__choices">
      {proposals.map(({ flow, why, obstacle }, index) => (
        <Radio
          key={flow}
          id={`attach-flow-${flow}`}
          name="attach-flow"
          label={sentence(FLOWS[flow].title)}
          description={
            <>
              {sentence(FLOWS[flow].summary)} {sentence(obstacle ?? why)}
            </>
          }
          isChecked={intent.flow === flow}
          isDisabled={obstacle !== undefined}
          onChange={() => edit({ flow })}
          body={
            index === 0 && obstacle === undefined ? (
              <Label isCompact color="blue">
                {t('Proposed: the least change')}
              </Label>
            ) : undefined
          }
        />
      ))}
    </div>
  );
};
