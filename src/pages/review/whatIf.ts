/**
 * What the review tells before anything is written: the doctor on the cluster as it should be
 * after the plan, compared with the doctor now, and the graph with what is only intended yet.
 */
import { compareDiagnoses } from '../../doctor/compareDiagnoses';
import type { FindingChanges } from '../../doctor/compareDiagnoses';
import type { Diagnosis } from '../../doctor/model';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Plan } from '../../plan/model';
import { appliedSnapshot } from '../../plan/whatIf/appliedSnapshot';
import { declaredSnapshot } from '../../plan/whatIf/declaredSnapshot';

export interface WhatIf {
  readonly findings: FindingChanges;
  /** The cluster with the plan's objects in it and nothing done on the nodes: to be drawn. */
  readonly drawn: NetworkGraph;
  readonly drawnDiagnosis: Diagnosis;
}

/** Compares with `before`, the diagnosis the pages show; `now` in milliseconds since the epoch. */
export const whatIf = (graph: NetworkGraph, before: Diagnosis, plan: Plan, now: number): WhatIf => {
  const drawn = buildGraph(declaredSnapshot(graph.snapshot, plan));
  const after = buildGraph(appliedSnapshot(graph.snapshot, plan));
  return {
    findings: compareDiagnoses(before, runDoctor({ graph: after, now })),
    drawn,
    drawnDiagnosis: runDoctor({ graph: drawn, now }),
  };
};

/**
 * What the picture of a plan is about: its first VM, else the policy or the network that it writes.
 * @returns '' where nothing of it will be there
 */
export const drawnScope = (drawn: NetworkGraph, { steps }: Plan): string => {
  const ids = DRAWN.flatMap(([kind, prefix]) =>
    steps
      .filter(({ ref, write }) => ref.kind === kind && write.type !== 'delete')
      .map(({ ref: { namespace, name } }) =>
        [prefix, namespace, name].filter((part) => part !== '').join('/'),
      ),
  );
  return ids.find((id) => drawn.entities.has(id)) ?? '';
};

const DRAWN = [
  ['VirtualMachine', 'vm'],
  ['NodeNetworkConfigurationPolicy', 'policy'],
  ['ClusterUserDefinedNetwork', 'cudn'],
  ['UserDefinedNetwork', 'udn'],
  ['NetworkAttachmentDefinition', 'nad'],
] as const;
