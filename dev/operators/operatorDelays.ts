/**
 * How long the operators take, in milliseconds. The defaults are far shorter than on a real cluster,
 * and long enough that progress can be watched; tests set a few milliseconds.
 */
export interface OperatorDelays {
  /** One try of applying a policy on a node; also the first retry's pause, doubling after that. */
  nodeApply: number;
  /** From a successful apply to the refreshed NodeNetworkState (up to 66 s on a real node). */
  nnsRefresh: number;
  /** From a NAD to its acceptance by OVN-Kubernetes. */
  nadAccept: number;
  /** From a user-defined network to its NADs. */
  cudn: number;
  /** Each of the two steps of a VM's start: scheduling, then sandbox and guest. */
  vmiStart: number;
  /** Pause before an automatic migration (15 s on a real cluster), and of an unplug. */
  hotplugGrace: number;
  /** A live migration, from target pod to hand-over. */
  migration: number;
}

export const DEFAULT_DELAYS: OperatorDelays = {
  nodeApply: 1200,
  nnsRefresh: 500,
  nadAccept: 400,
  cudn: 500,
  vmiStart: 900,
  hotplugGrace: 1000,
  migration: 1500,
};
