/** The seven ways, the proposed one first; one that cannot be taken says why. */
import type { FC } from 'react';
import { Label, Radio } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { FLOWS } from '../../plan/flows';
import { isBlind } from '../../plan/isBlind';
import type { StepProps } from './stepProps';

export const FlowRadios: FC<StepProps> = ({ graph, nodes, proposals, intent, edit }) => {
  const t = useT();
  const sentence = useText();
  // Where nothing is seen of the nodes, one reason for all ways is said once, above them.
  const isUnseen = nodes.length === 0 && isBlind(graph, nodes);
  const shown = isUnseen ? proposals.filter(({ obstacle }) => obstacle === undefined) : proposals;
  return (
    <div className="vm-networks-attach__choices">
      {shown.map(({ flow, why, obstacle }, index) => (
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
