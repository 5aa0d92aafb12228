/** On how many of the nodes that the VM may run on its NIC would work, and on which it would not. */
import type { FC } from 'react';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Trace } from '../../network/trace';
import { StateLabel } from '../../ui/StateLabel';
import { CappedList } from './CappedList';
import { SelectButton } from './SelectButton';
import { shortName } from './entityNames';

interface TraceElsewhereProps {
  readonly graph: NetworkGraph;
  readonly trace: Trace;
  readonly onSelect: (id: string) => void;
}

export const TraceElsewhere: FC<TraceElsewhereProps> = ({ graph, trace, onSelect }) => {
  const t = useT();
  const { elsewhere, node } = trace;
  if (elsewhere.length === 0) return null;
  const failing = elsewhere.filter(({ verdict }) => verdict !== 'ok');
  const values = { k: elsewhere.length - failing.length, m: elsewhere.length };
  return (
    <div data-test="trace-elsewhere">
      <p>
        {node === undefined
          ? t('It would work on {{k}} of {{m}} eligible nodes.', values)
          : t('Moved, it would work on {{k}} of {{m}} other eligible nodes.', values)}
      </p>
      {failing.length === 0 ? null : (
        <CappedList
          items={failing}
          keyOf={(place) => place.node}
          render={(place) => (
            <span className="vm-networks-panel__row">
              <StateLabel state={place.verdict} />
              <SelectButton id={`node/${place.node}`} name={place.node} onSelect={onSelect} />
              {place.broken === undefined ? null : (
                <>
                  <span>{t('breaks at')}</span>
                  <SelectButton
                    id={place.broken}
                    name={shortName(graph, place.broken)}
                    onSelect={onSelect}
                  />
                </>
              )}
            </span>
          )}
        />
      )}
    </div>
  );
};
