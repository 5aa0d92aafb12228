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
        <EffectOnVms key={effect} title={effectText(effect, t)} vms={vms} />
      ))}
    </div>
  );
};

interface EffectOnVmsProps {
  readonly title: string;
  readonly vms: readonly string[];
}

/** The title stands above: as the category of the group it would be cut off after a few words. */
const EffectOnVms: FC<EffectOnVmsProps> = ({ title, vms }) => {
  const t = useT();
  const counted = t('{{effect}}: {{total}}', { effect: title, total: vms.length });
  return (
    <div>
      <Content component="p">{counted}</Content>
      <Labels numLabels={6} aria-label={counted}>
        {vms.map((vm) => (
          <Label key={vm} isCompact>
            {vm}
          </Label>
        ))}
      </Labels>
    </div>
  );
};
