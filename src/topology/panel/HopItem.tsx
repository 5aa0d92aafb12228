/** One hop of a path: its state, what it is, and why it fails. */
import type { FC } from 'react';
import { Label } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Hop } from '../../network/trace';
import { StateLabel } from '../../ui/StateLabel';
import { kindName } from '../view/kindName';
import { SelectButton } from './SelectButton';
import { kindOf, shortName } from './entityNames';

interface HopItemProps {
  readonly graph: NetworkGraph;
  readonly hop: Hop;
  /** The first hop that fails. */
  readonly isBreak: boolean;
  readonly onSelect: (id: string) => void;
}

export const HopItem: FC<HopItemProps> = ({ graph, hop, isBreak, onSelect }) => {
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
    </li>
  );
};
