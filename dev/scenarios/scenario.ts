/** What a scenario is once loaded: the objects of a cluster, and how to serve them. */
import type { KubeObject } from '../api-server/kubeObject';
import type { OperatorDelays } from '../operators/operatorDelays';

/** Somebody who may log in beside the administrator. */
export interface ScenarioUser {
  name: string;
  groups: readonly string[];
}

export interface Scenario {
  name: string;
  description: string;
  objects: KubeObject[];
  /** Where this scenario wants its operators slower or faster than usual. */
  delays?: Partial<OperatorDelays>;
  /** API groups that the cluster lacks. */
  without?: readonly string[];
  /** Users by bearer token; without any, everybody is the administrator. */
  users?: Readonly<Record<string, ScenarioUser>>;
}

/** What the generated scenario can be told; the others have the size they have. */
export interface ScenarioSize {
  readonly nodes?: number;
  readonly vms?: number;
}

/** A row of the table of scenarios. */
export interface ScenarioSource {
  name: string;
  description: string;
  load(size: ScenarioSize): Promise<Omit<Scenario, 'name' | 'description'>>;
}
