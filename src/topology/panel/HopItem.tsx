/** One hop of a path: its state, what it is, why it fails, and the VLAN and MTU it has there. */
import type { FC } from 'react';
import { Label } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Hop, VlanUse } from '../../network/trace';
import { StateLabel } from '../../ui/StateLabel';
import { kindName } from '../view/kindIcon';
import { SelectButton } from './SelectButton';
import { kindOf, shortName } from './entityNames';

interface HopItemProps {
  readonly graph: NetworkGraph;
  readonly hop: Hop;
  /** The first hop that fails. */
  readonly isBreak: boolean;
  readonly vlan: VlanUse | undefined;
  /** Bytes. */
  readonly mtu: number | undefined;
  /** No hop of the path has a smaller MTU. */
  readonly isSmallestMtu: boolean;
  readonly onSelect: (id: string) => void;
}

export const HopItem: FC<HopItemProps> = (props) => {
  const { graph, hop, isBreak, onSelect } = props;
  const t = useT();
  const sentence = useText();
  const kind = kindOf(hop.id);
  return (
    <li
      className={`vm-networks-panel__hop${isBreak ? ' vm-networks-panel__hop--broken' : ''}`}
      data-test={isBreak ? 'trace-break' : 'trace-hop'}
    >
      <div className="vm-networks-panel__row">
        <StateLabel state={hop.state} />
        <span>{kind === undefined ? null : sentence(kindName(kind))}</span>
        <SelectButton id={hop.id} name={shortName(graph, hop.id)} onSelect={onSelect} />
        {hop.parallel === true ? (
          <Label isCompact variant="outline">
            {t('side by side')}
          </Label>
        ) : null}
      </div>
      {isBreak ? <strong>{t('The path ends here.')}</strong> : null}
      {hop.reason === undefined ? null : <p>{sentence(hop.reason)}</p>}
      <HopNumbers {...props} />
    </li>
  );
};

const HopNumbers: FC<HopItemProps> = ({ vlan, mtu, isSmallestMtu }) => {
  const t = useT();
  if (vlan === undefined && mtu === undefined) return null;
  return (
    <div className="vm-networks-panel__row vm-networks-panel__subtle">
      {vlan === undefined ? null : (
        <span>
          {vlan.vlans === '' ? t('Untagged') : t('VLAN {{vlan}}', { vlan: vlan.vlans })}
          {vlan.allowed === undefined
            ? null
            : `, ${t('lets through {{vlans}}', { vlans: vlan.allowed })}`}
        </span>
      )}
      {mtu === undefined ? null : <span>{t('MTU {{mtu}} bytes', { mtu })}</span>}
      {isSmallestMtu ? (
        <Label isCompact variant="outline">
          {t('smallest MTU')}
        </Label>
      ) : null}
    </div>
  );
};
