/**
 * Makes the NADs of ClusterUserDefinedNetworks and UserDefinedNetworks, follows namespace labels,
 * protects networks in use and reports by conditions.
 * Source: ovn-kubernetes go-controller/pkg/clustermanager/userdefinednetwork/controller.go.
 */
import { hasStatus, keyOf } from '../client';
import { timestamp } from '../clock';
import { jsonEqual } from '../jsonEqual';
import { matchesSelector } from '../labels';
import type { Condition } from '../nmstateTypes';
import type { OperatorContext } from '../operatorContext';
import { createQueue } from '../operatorContext';
import type { ResourceRef } from '../resources';
import { CUDNS, NADS, UDNS } from '../resources';
import type { WorkQueue } from '../workQueue';
import { generatedNad, networkSpecOf } from './generatedNad';
import { OVERLAY_MTU } from './nadOperator';
import {
  allocatedCondition,
  createdCondition,
  failedCondition,
  udnCreatedCondition,
} from './networkConditions';
import { nadKey } from './NetworkRegistry';
import { podsUsing } from './networkUsers';
import type { Cudn, Nad, NamespaceObject, Udn } from './ovnTypes';
import { PRIMARY_LABEL, PROTECTION } from './ovnTypes';

type Owner = Cudn | Udn;

const isCluster = (owner: Owner) => owner.kind === 'ClusterUserDefinedNetwork';
const refOf = (owner: Owner): ResourceRef => (isCluster(owner) ? CUDNS : UDNS);
const queueKey = (owner: Owner) => `${owner.metadata.namespace ?? ''}/${owner.metadata.name}`;
const isOwnedBy = (nad: Nad, owner: Owner) =>
  nad.metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) === true;

/** Something that keeps the network from being as its spec wants it. */
class SyncError extends Error {}

class UserDefinedNetworkOperator {
  readonly queue: WorkQueue;
  /** Networks that wait for pods to go. */
  private readonly blocked = new Set<string>();

  constructor(private readonly context: OperatorContext) {
    const { informers, delays } = context;
    this.queue = createQueue(context, 'user-defined-network', (key) => this.reconcile(key));
    const later = (key: string) => this.queue.addAfter(key, delays.cudn);
    const ownerChanged = ({ before, after }: { before?: Owner; after?: Owner }) => {
      const sameSpec = jsonEqual(before?.spec, after?.spec);
      const sameDeletion = before?.metadata.deletionTimestamp === after?.metadata.deletionTimestamp;
      if (after && !(before && sameSpec && sameDeletion)) later(queueKey(after));
    };
    informers.cudns.onChange(ownerChanged);
    informers.udns.onChange(ownerChanged);
    informers.namespaces.onChange(({ before, after }) => {
      const sameLabels = jsonEqual(before?.metadata.labels, after?.metadata.labels);
      if (sameLabels && before?.status?.phase === after?.status?.phase) return;
      for (const cudn of informers.cudns.list()) later(queueKey(cudn));
    });
    informers.nads.onChange(({ before, after }) => {
      const nad = after ?? before;
      if (before && after && sameNad(before, after)) return;
      for (const owner of this.owners()) {
        if (nad && (isOwnedBy(nad, owner) || nad.metadata.name === owner.metadata.name))
          later(queueKey(owner));
      }
    });
    const released = () => {
      for (const key of this.blocked) later(key);
    };
    informers.instances.onChange(released);
    informers.pods.onChange(released);
  }

  private owners(): Owner[] {
    return [...this.context.informers.cudns.list(), ...this.context.informers.udns.list()];
  }

  private find(key: string): Owner | undefined {
    const [namespace = '', name = ''] = key.split('/');
    const { cudns, udns } = this.context.informers;
    return namespace === '' ? cudns.get(undefined, name) : udns.get(namespace, name);
  }

  private async reconcile(key: string): Promise<void> {
    const owner = this.find(key);
    this.blocked.delete(key);
    if (!owner) return;
    try {
      if (owner.metadata.deletionTimestamp !== undefined) await this.finish(owner);
      else await this.sync(owner);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      this.blocked.add(key);
      const reason = isCluster(owner) ? 'NetworkAttachmentDefinitionSyncError' : 'SyncError';
      await this.writeConditions(owner, [failedCondition(reason, error.message, timestamp())]);
    }
  }

  private async sync(owner: Owner): Promise<void> {
    await this.protect(owner);
    const namespaces = this.selectedNamespaces(owner);
    const names = new Set(namespaces.map((namespace) => namespace.metadata.name));
    const problems: string[] = [];
    const attempt = async (work: Promise<void>) => {
      await work.catch((error: unknown) => {
        if (!(error instanceof SyncError)) throw error;
        problems.push(error.message);
      });
    };
    for (const namespace of namespaces) await attempt(this.ensureNad(owner, namespace));
    for (const nad of this.nadsOf(owner)) {
      if (!names.has(nad.metadata.namespace ?? '')) await attempt(this.removeNad(nad));
    }
    if (problems.length > 0) throw new SyncError(problems.join('\n'));
    const at = timestamp();
    const created = isCluster(owner) ? createdCondition([...names], at) : udnCreatedCondition(at);
    await this.writeConditions(owner, [created, allocatedCondition(at)]);
  }

  private selectedNamespaces(owner: Owner): NamespaceObject[] {
    const active = this.context.informers.namespaces
      .list()
      .filter(({ metadata }) => metadata.deletionTimestamp === undefined);
    if (!isCluster(owner)) {
      return active.filter(({ metadata }) => metadata.name === owner.metadata.namespace);
    }
    const selector = (owner as Cudn).spec?.namespaceSelector;
    return active.filter(({ metadata }) => matchesSelector(selector, metadata.labels));
  }

  private nadsOf(owner: Owner): Nad[] {
    return this.context.informers.nads.list().filter((nad) => isOwnedBy(nad, owner));
  }

  private async ensureNad(owner: Owner, namespace: NamespaceObject): Promise<void> {
    const { client, informers } = this.context;
    const { name } = namespace.metadata;
    const spec = networkSpecOf(owner);
    const role = spec?.layer2?.role ?? spec?.layer3?.role;
    if (role === 'Primary' && namespace.metadata.labels?.[PRIMARY_LABEL] === undefined) {
      throw new SyncError(
        `invalid primary network state for namespace "${name}": a valid primary user defined network or network attachment definition custom resource, and required namespace label "${PRIMARY_LABEL}" must both be present`,
      );
    }
    const wanted = generatedNad(owner, name, OVERLAY_MTU);
    const present = informers.nads.get(name, owner.metadata.name);
    if (!present) {
      await client.create(NADS, wanted).catch((error: unknown) => {
        if (!hasStatus(error, 409)) throw error;
      });
      return;
    }
    if (!isOwnedBy(present, owner)) {
      throw new SyncError(
        `foreign NetworkAttachmentDefinition with the desired name already exist [${nadKey(present)}]`,
      );
    }
    if (present.metadata.deletionTimestamp !== undefined) {
      await this.removeNad(present);
      return;
    }
    if (sameNad(present, { ...wanted, metadata: present.metadata })) return;
    await client.update<Nad>(NADS, keyOf(present), (nad) => ({ ...nad, spec: wanted.spec ?? {} }));
  }

  /** Takes the protection off and deletes, unless pods use the network. */
  private async removeNad(nad: Nad): Promise<void> {
    const users = podsUsing(this.context.informers, nadKey(nad));
    if (users.length > 0) {
      throw new SyncError(
        `failed to delete NetworkAttachmentDefinition [${nadKey(nad)}]: network in use by the following pods: [${users.join(' ')}]`,
      );
    }
    await this.unprotect(NADS, nad);
    await this.context.client.remove(NADS, keyOf(nad));
  }

  private async finish(owner: Owner): Promise<void> {
    for (const nad of this.nadsOf(owner)) await this.removeNad(nad);
    await this.unprotect(refOf(owner), owner);
  }

  private async protect(owner: Owner): Promise<void> {
    if (owner.metadata.finalizers?.includes(PROTECTION)) return;
    await this.context.client.update<Owner>(refOf(owner), keyOf(owner), (stored) => {
      const finalizers = new Set([...(stored.metadata.finalizers ?? []), PROTECTION]);
      return { ...stored, metadata: { ...stored.metadata, finalizers: [...finalizers] } };
    });
  }

  private async unprotect(ref: ResourceRef, object: Nad | Owner): Promise<void> {
    await this.context.client.update<Nad | Owner>(ref, keyOf(object), (stored) => {
      const before = stored.metadata.finalizers ?? [];
      if (!before.includes(PROTECTION)) return undefined;
      const finalizers = before.filter((finalizer) => finalizer !== PROTECTION);
      return { ...stored, metadata: { ...stored.metadata, finalizers } };
    });
  }

  private async writeConditions(owner: Owner, wanted: readonly Condition[]): Promise<void> {
    await this.context.client.updateStatus<Owner>(refOf(owner), keyOf(owner), (stored) => {
      const before = stored.status?.conditions ?? [];
      const kept = before.filter(
        ({ type }) => !wanted.some((condition) => condition.type === type),
      );
      const conditions = [...wanted.map((condition) => withTransition(condition, before)), ...kept];
      if (jsonEqual(conditions, [...before])) return undefined;
      return { ...stored, status: { ...stored.status, conditions } };
    });
  }
}

const sameNad = (left: Nad, right: Nad) =>
  left.spec?.config === right.spec?.config &&
  left.metadata.deletionTimestamp === right.metadata.deletionTimestamp;

function withTransition(condition: Condition, before: readonly Condition[]): Condition {
  const earlier = before.find(({ type }) => type === condition.type);
  const same = earlier?.status === condition.status;
  return same ? { ...condition, lastTransitionTime: earlier.lastTransitionTime } : condition;
}

export function startUserDefinedNetworkOperator(context: OperatorContext): WorkQueue {
  return new UserDefinedNetworkOperator(context).queue;
}
