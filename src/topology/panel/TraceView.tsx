/** The path of one VM NIC: the verdict, what stands behind it on both sides, hops, other nodes. */
import { useMemo } from 'react';
import type { FC } from 'react';
import type { Text } from '../../cluster/text';
import { useText, useT } from '../../console/translation';
import type { State } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Trace } from '../../network/trace';
import { traceVnic } from '../../network/traceVnic';
import { StateLabel } from '../../ui/StateLabel';
import { TraceElsewhere } from './TraceElsewhere';
import { TraceHops } from './TraceHops';
import { TraceNumbers } from './TraceNumbers';
import { verdictSentence } from './verdictSentence';

interface TraceViewProps {
  readonly graph: NetworkGraph;
  /** `namespace/vm/interface`. */
  readonly vnicKey: string;
  readonly onSelect: (id: string) => void;
}

/** Node whose hops are listed; the VM itself may run nowhere. */
const shownNode = (graph: NetworkGraph, { node, hops }: Trace): string | undefined =>
  node ??
  hops
    .filter(({ id }) => !id.startsWith('vnic/'))
    .map(({ id }) => graph.entities.get(id)?.node)
    .find((name) => name !== undefined);

export const TraceView: FC<TraceViewProps> = ({ graph, vnicKey, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const trace = useMemo(() => traceVnic(graph, vnicKey), [graph, vnicKey]);
  const node = shownNode(graph, trace);
  return (
    <>
      <p data-test="trace-verdict" className="vm-networks-panel__verdict">
        {sentence(verdictSentence(graph, trace))}
      </p>
      <TraceSide title={t('In the cluster')} state={trace.verdict} reason={trace.reason} />
      <TraceSide
        title={t('At the switch')}
        state={trace.switch.state}
        reason={trace.switch.reason}
      />
      {node === undefined ? null : (
        <p>
          {trace.node === undefined
            ? t('The VM runs on no node; these are the hops on {{node}}.', { node })
            : t('Traced on {{node}}.', { node })}{' '}
          {trace.plumbed === undefined
            ? null
            : trace.plumbed
              ? t('OVN-Kubernetes has plumbed the network there.')
              : t('The patch port of the network is not seen there.')}
        </p>
      )}
      <TraceHops graph={graph} trace={trace} onSelect={onSelect} />
      <TraceNumbers graph={graph} trace={trace} />
      <TraceElsewhere graph={graph} trace={trace} onSelect={onSelect} />
    </>
  );
};

interface TraceSideProps {
  readonly title: string;
  readonly state: State;
  readonly reason: Text | undefined;
}

const TraceSide: FC<TraceSideProps> = ({ title, state, reason }) => {
  const sentence = useText();
  return (
    <p>
      {title} <StateLabel state={state} /> {reason === undefined ? null : sentence(reason)}
    </p>
  );
};
