/** Per VM what a plan does to it, with the number of VMs of each kind where there are many. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Content, Label } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Plan } from '../../plan/model';
import { planEffects } from '../../plan/planEffects';
import { Labels } from '../../ui/Labels';
import { effectText } from './effectText';

interface VmEffectsProps {
  readonly graph: NetworkGraph;
  readonly plan: Plan;
}

export const VmEffects: FC<VmEffectsProps> = ({ graph, plan }) => {
  const t = useT();
  const effects = useMemo(() => planEffects(graph, plan), [graph, plan]);
  if (effects.size === 0) return null;
  const isAttach = plan.steps.some(({ inverse }) => inverse.type === 'detachNic');
  return (
    <div className="vm-networks-attach__detail" data-test="vm-effects">
      <Content component="h3">
        {isAttach ? t('When each VM gets its NIC') : t('When each VM changes')}
      </Content>
      {[...effects].map(([effect, vms]) => (
        <Labels
          key={effect}
          numLabels={6}
          categoryName={t('{{effect}}: {{total}}', {
            effect: effectText(effect, t),
            total: vms.length,
          })}
        >
          {vms.map((vm) => (
            <Label key={vm} isCompact>
              {vm}
            </Label>
          ))}
        </Labels>
      ))}
    </div>
  );
};
