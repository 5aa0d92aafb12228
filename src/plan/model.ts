/**
 * A change to the cluster as data: what the user wants (intent), which writes bring it about
 * (steps, in order), when each has taken effect (wait) and how it is taken back (inverse).
 * Nothing here talks to an API server; `job/` runs what is described here.
 * Order and waits: domain reference D.0 and B.11; removal: B.7.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { Text } from '../cluster/text';

/** Names one object of the API; `namespace` is empty for cluster-scoped kinds. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** One operation of an RFC 6902 patch. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** Condition that tells that a step has taken effect, with the time it may take. */
export type Wait =
  | { readonly type: 'none' }
  | {
      readonly type: 'policyApplied';
      readonly policy: string;
      readonly timeoutSeconds: number;
    }
  | { readonly type: 'policyGone'; readonly policy: string; readonly timeoutSeconds: number }
  | { readonly type: 'nadAccepted'; readonly nad: string; readonly timeoutSeconds: number }
  | { readonly type: 'nadGone'; readonly nad: string; readonly timeoutSeconds: number }
  | {
      /** Every node that is ready offers the bridge to the scheduler (bridge-marker, B.11). */
      readonly type: 'bridgeOffered';
      readonly nad: string;
      readonly bridge: string;
      readonly nodes: readonly string[];
      readonly timeoutSeconds: number;
    }
  | { readonly type: 'cudnCreated'; readonly cudn: string; readonly timeoutSeconds: number }
  | { readonly type: 'cudnGone'; readonly cudn: string; readonly timeoutSeconds: number }
  | { readonly type: 'udnCreated'; readonly udn: string; readonly timeoutSeconds: number }
  | { readonly type: 'udnGone'; readonly udn: string; readonly timeoutSeconds: number }
  | {
      /** No VM NIC and no running instance is on the network by the NADs `ns/name`, or by one made since. */
      readonly type: 'networkUnused';
      readonly network: string;
      readonly nads: readonly string[];
      readonly timeoutSeconds: number;
    }
  | {
      readonly type: 'nicAttached';
      readonly vm: string;
      readonly nic: string;
      readonly timeoutSeconds: number;
    }
  | {
      readonly type: 'nicDetached';
      readonly vm: string;
      readonly nic: string;
      readonly timeoutSeconds: number;
    }
  | {
      /** The running instance uses the NAD `ns/name` on this NIC, or will after a restart. */
      readonly type: 'nicMoved';
      readonly vm: string;
      readonly nic: string;
      readonly nad: string;
      /** `migrationKey` before the write: the old pod keeps the old network until a new one runs. */
      readonly migrationBefore?: string;
      readonly timeoutSeconds: number;
    };

/** How a step is taken back. Only objects that carry the job's label are ever deleted. */
export type Inverse =
  | {
      /** `wait` tells when the object is really gone, for kinds that hold on to users. */
      readonly type: 'delete';
      readonly ref: ObjectRef;
      readonly wait: Wait;
    }
  | {
      /** Takes a label off that the step put on, while it still has the value that was written. */
      readonly type: 'removeLabel';
      readonly ref: ObjectRef;
      readonly label: string;
      readonly value: string;
      readonly wait: Wait;
    }
  | {
      /** Write the policy with everything `absent`, wait until applied, then delete it (B.7). */
      readonly type: 'unconfigure';
      readonly ref: ObjectRef;
      readonly desiredState: KubeObject;
      readonly wait: Wait;
    }
  | {
      /** `state: absent` on the NIC; KubeVirt then removes both entries itself (A.7.2). */
      readonly type: 'detachNic';
      readonly ref: ObjectRef;
      readonly nic: string;
      readonly wait: Wait;
    }
  | {
      /** Puts back what a patch changed; its `test` operations fail if somebody changed it since. */
      readonly type: 'patchBack';
      readonly ref: ObjectRef;
      readonly operations: readonly PatchOperation[];
      readonly wait: Wait;
    }
  | {
      /** Plugs a NIC in again as it was, with its MAC address. */
      readonly type: 'attachNic';
      readonly ref: ObjectRef;
      readonly nic: string;
      /** Entries of the VM's lists, as they stood before. */
      readonly vmInterface: unknown;
      readonly network: unknown;
      readonly wait: Wait;
    }
  | {
      /** Gives a NIC its former network back while it still has the one that the step gave it. */
      readonly type: 'moveNic';
      readonly ref: ObjectRef;
      readonly nic: string;
      /** `networkName` that the step wrote, and the one before it. */
      readonly written: string;
      readonly before: string;
      readonly wait: Wait;
    }
  | {
      /** Gives a policy the spec back that it had, while it still has the one that the step wrote. */
      readonly type: 'restoreSpec';
      readonly ref: ObjectRef;
      readonly written: unknown;
      readonly before: unknown;
      readonly wait: Wait;
    }
  | {
      /** Makes an object again that the step deleted. */
      readonly type: 'recreate';
      readonly ref: ObjectRef;
      readonly body: KubeObject;
      readonly wait: Wait;
    }
  | {
      /** Goes with the inverse of an earlier step of the plan. */
      readonly type: 'none';
      readonly ref: ObjectRef;
    };

export type Write =
  | { readonly type: 'create'; readonly body: KubeObject }
  | {
      readonly type: 'patch';
      readonly operations: readonly PatchOperation[];
      /** The object as reviewed, before and after: what the diff shows. */
      readonly before: KubeObject;
      readonly after: KubeObject;
    }
  | {
      readonly type: 'delete';
      /** Only the object with this uid is deleted. */
      readonly uid: string;
      readonly before: KubeObject;
    };

export interface Step {
  /** Unique in the plan, stable between runs: `Kind/namespace/name`, and what tells two on one object apart. */
  readonly id: string;
  readonly ref: ObjectRef;
  /** What the step does, in one sentence. */
  readonly purpose: Text;
  /** What must hold before it is written. */
  readonly gate?: Wait;
  /** Of a policy that one node gets before the others do. */
  readonly stage?: 'canary' | 'rest';
  readonly write: Write;
  readonly wait: Wait;
  readonly inverse: Inverse;
  /** Nodes whose configuration changes, sorted. */
  readonly nodes: readonly string[];
}

export type GuardLevel = 'block' | 'warn' | 'info';

/** The form field a guard speaks about, so that the form can show it there. */
export type IntentField =
  | 'flow'
  | 'nodes'
  | 'uplink'
  | 'bridgeName'
  | 'nic'
  | 'networkName'
  | 'vlan'
  | 'addresses'
  | 'mtu'
  | 'projects'
  | 'vms';

/** One answer of the guards: domain reference C.7, or the catalogue id it predicts. */
export interface Guard {
  readonly id: string;
  readonly level: GuardLevel;
  readonly field: IntentField;
  readonly message: Text;
  /** What to do about it, where that is not the message itself. */
  readonly fix?: Text;
}

/** What tells a finding from others: its rule, and the id of the entity to fix. */
export interface FindingKey {
  readonly rule: string;
  readonly subject: string;
}

export interface Plan {
  readonly jobId: string;
  /** The finding that led to it; undefined where none did. */
  readonly fixes?: FindingKey;
  /** What it is for, as a list of jobs shows it. */
  readonly title?: Text;
  readonly steps: readonly Step[];
  /** What exists already and is used as it is, one sentence each. */
  readonly reused: readonly Text[];
}

export const stepId = (ref: ObjectRef): string =>
  [ref.kind, ref.namespace, ref.name].filter((part) => part !== '').join('/');

/** Marks that every object made by a job carries, so that undo and resume find them. */
export const MANAGED_BY_LABEL = 'app.kubernetes.io/managed-by';
export const JOB_LABEL = 'vm-networks/job';

export const ownershipLabels = (jobId: string): Readonly<Record<string, string>> => ({
  [MANAGED_BY_LABEL]: 'vm-networks',
  [JOB_LABEL]: jobId,
});
