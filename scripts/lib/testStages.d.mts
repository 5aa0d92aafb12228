/** Types of testStages.mjs for its tests. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface Stage {
  readonly name: string;
  readonly report?: string;
  readonly count?: (report: never) => Count;
}

export const testRounds: readonly (readonly (readonly Stage[])[])[];
export function countStage(stage: Stage, hasSucceeded: boolean): Count;
