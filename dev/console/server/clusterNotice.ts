/** What is said above every page of the development console about a cluster that is not the usual one. */
export interface ClusterNotice {
  readonly title: string;
  readonly sentences: readonly string[];
}
