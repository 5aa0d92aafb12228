/**
 * An item of the status card on the cluster's overview, as the console asks for it
 * (`console.dashboards/overview/health/resource`). The state's words are those of the SDK's HealthState,
 * which not every console exports.
 */
export interface SubsystemHealth {
  readonly state: 'OK' | 'WARNING' | 'ERROR' | 'LOADING' | 'PROGRESS' | 'UNKNOWN' | 'NOT_AVAILABLE';
  readonly message?: string;
}

/** One list that the console watches for the item. */
export interface WatchedList {
  readonly data?: readonly unknown[];
  readonly loaded?: boolean;
  readonly loadError?: unknown;
}
