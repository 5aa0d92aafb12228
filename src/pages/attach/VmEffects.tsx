/** Per VM what the change does to it, with the number of VMs of each kind where there are many. */
import type { FC } from 'react';
import { Content, Label } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { AttachIntent } from '../../plan/attachIntent';
import { vmEffect } from '../../plan/vmEffect';
import type { VmEffect } from '../../plan/vmEffect';
import { effectText } from './effectText';
import { Labels } from '../../ui/Labels';

const ORDER: readonly VmEffect[] = ['needsRestart', 'migrates', 'nextStart', 'unknown'];

interface VmEffectsProps {
  readonly graph: NetworkGraph;
  readonly intent: AttachIntent;
}

export const VmEffects: FC<VmEffectsProps> = ({ graph, intent }) => {
  const t = useT();
  const byEffect = new Map<VmEffect, string[]>(ORDER.map((effect) => [effect, []]));
  for (const { namespace, name } of intent.vms) {
    const vm = graph.vms.get(`${namespace}/${name}`);
    byEffect.get(vm === undefined ? 'unknown' : vmEffect(vm))?.push(`${namespace}/${name}`);
  }
  return (
    <div className="vm-networks-attach__detail">
      <Content component="h3">{t('When each VM gets its NIC')}</Content>
      {[...byEffect].map(([effect, vms]) =>
        vms.length === 0 ? null : (
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
        ),
      )}
    </div>
  );
};
