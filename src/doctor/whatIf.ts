/**
 * What the doctor would say if one object were different: which findings would be gone, and which
 * new. It answers for what objects say; what nodes report follows once a change is applied.
 */
import type { KubeObject } from '../cluster/kubeObject';
import { metaKey } from '../cluster/meta';
import { readObject } from '../cluster/readObject';
import type { Snapshot } from '../cluster/snapshot';
import { updateGraph } from '../network/updateGraph';
import { updateDoctor } from './incremental';
import type { Diagnosis, Finding, RuleContext } from './model';

export interface WhatIf {
  readonly gone: readonly Finding[];
  readonly added: readonly Finding[];
}

const withObject = (snapshot: Snapshot, object: KubeObject): Snapshot => {
  const read = readObject(object);
  if (read === undefined) return snapshot;
  const listing = snapshot[read.key];
  const items = new Map<string, unknown>(listing.items);
  items.set(metaKey(read.record.meta), read.record);
  return { ...snapshot, [read.key]: { ...listing, items } };
};

const keyOf = ({ rule, subject }: Finding): string => `${rule} ${subject}`;

const without = (findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] => {
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !known.has(keyOf(finding)));
};

/** `context` and `diagnosis` are of the cluster as it is, `object` is as it would be. */
export const whatIf = (context: RuleContext, diagnosis: Diagnosis, object: KubeObject): WhatIf => {
  const { graph, now } = context;
  const next = updateGraph(graph, withObject(graph.snapshot, object));
  const { findings } = updateDoctor(diagnosis, graph, { graph: next, now });
  return {
    gone: without(diagnosis.findings, findings),
    added: without(findings, diagnosis.findings),
  };
};
