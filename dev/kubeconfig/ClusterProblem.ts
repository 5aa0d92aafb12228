/** A problem with the cluster or its kubeconfig, worded for the person at the keyboard. */
export class ClusterProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClusterProblem';
  }
}
