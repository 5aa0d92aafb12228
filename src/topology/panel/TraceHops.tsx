/** The hops of a path in order, from the VM NIC to the wire. */
import type { FC } from 'react';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Trace } from '../../network/trace';
import { HopItem } from './HopItem';

interface TraceHopsProps {
  readonly graph: NetworkGraph;
  readonly trace: Trace;
  readonly onSelect: (id: string) => void;
}

export const TraceHops: FC<TraceHopsProps> = ({ graph, trace, onSelect }) => {
  const t = useT();
  const breakAt = trace.hops.findIndex(
    ({ id, state }) => id === trace.broken && state === 'broken',
  );
  return (
    <ol
      className="vm-networks-panel__hops"
      aria-label={t('Hops from the VM NIC to the wire')}
      data-test="trace-hops"
    >
      {trace.hops.map((hop, index) => (
        <HopItem
          key={`${index} ${hop.id}`}
          graph={graph}
          hop={hop}
          isBreak={index === breakAt}
          onSelect={onSelect}
        />
      ))}
    </ol>
  );
};
