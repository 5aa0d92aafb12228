/** A status condition as all controllers of this field write them. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  /** `lastTransitionTime` in milliseconds since the epoch. */
  readonly changedAt?: number;
}
