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

/** What the picture of a plan is about: its first VM, else the network that it writes. */
export const drawnScope = ({ steps }: Plan): string => {
  const vm = steps.find(({ ref }) => ref.kind === 'VirtualMachine');
  if (vm !== undefined) return `vm/${vm.ref.namespace}/${vm.ref.name}`;
  const policy = steps.find(({ ref }) => ref.kind === 'NodeNetworkConfigurationPolicy');
  return policy === undefined ? '' : `policy/${policy.ref.name}`;
};
