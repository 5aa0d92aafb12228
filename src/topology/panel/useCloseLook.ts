/**
 * The close look at one VM or NAD: its pods and events are read when it is opened, and again on
 * demand; the checks run anew with every change of the cluster.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { closeLook } from '../../doctor/closeLook';
import type { CloseEvidence, CloseLook } from '../../doctor/closeLook';
import { kindOfId } from '../../doctor/entityKind';
import type { NetworkGraph } from '../../network/networkGraph';
import { closeEvidence } from './closeEvidence';
import type { CloseTarget } from './closeEvidence';

export interface CloseLookControl {
  /** Undefined while it is being read. */
  readonly evidence?: CloseEvidence;
  readonly look?: CloseLook;
  readonly reload: () => void;
}

/** Entity id of the VM or NAD whose pods and events tell of `id`; undefined where none do. */
export const closeSubject = (graph: NetworkGraph, id: string): string | undefined => {
  const kind = kindOfId(id);
  const key = id.slice(kind.length + 1);
  if (kind === 'vm') return graph.vms.has(key) ? id : undefined;
  if (kind === 'nad') return graph.snapshot.nads.items.has(key) ? id : undefined;
  const vm = kind === 'vmi' ? graph.vms.get(key) : undefined;
  const vnic = kind === 'vnic' ? graph.vnics.get(key) : undefined;
  return vnic === undefined ? vm?.id : `vm/${vnic.namespace}/${vnic.vmName}`;
};

const targetOf = (graph: NetworkGraph, subject: string): CloseTarget => {
  const [kind, namespace = '', name = ''] = subject.split('/');
  return kind === 'nad'
    ? { kind: 'NetworkAttachmentDefinition', namespace, name, instance: '' }
    : {
        kind: 'VirtualMachine',
        namespace,
        name,
        instance: graph.vms.get(`${namespace}/${name}`)?.vmi?.meta.uid ?? '',
      };
};

/** @param subject as `closeSubject` gives it */
export const useCloseLook = (graph: NetworkGraph, subject: string): CloseLookControl => {
  const [evidence, setEvidence] = useState<CloseEvidence>();
  const [round, setRound] = useState(0);
  const target = JSON.stringify(targetOf(graph, subject));
  useEffect(() => {
    const controller = new AbortController();
    setEvidence(undefined);
    void closeEvidence(JSON.parse(target) as CloseTarget, controller.signal).then((read) => {
      if (!controller.signal.aborted) setEvidence(read);
    });
    return () => controller.abort();
  }, [target, round]);
  const look = useMemo(
    () => evidence && closeLook({ graph, now: Date.now() }, subject, evidence),
    [graph, subject, evidence],
  );
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { reload, ...(evidence && { evidence }), ...(look && { look }) };
};
