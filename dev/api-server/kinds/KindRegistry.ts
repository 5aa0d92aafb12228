/**
 * All kinds a server instance serves, with the look-ups that routing, discovery and garbage
 * collection need. Built once at start from the tables, minus the groups a scenario leaves out (a
 * cluster without NMState does not know the kinds of nmstate.io at all).
 */
import type { KubeObject } from '../kubeObject';
import { coreKinds } from './coreKinds';
import { deliveryKinds } from './deliveryKinds';
import { networkKinds } from './networkKinds';
import { platformKinds } from './platformKinds';
import type { ResourceKind } from './resourceKind';

export class KindRegistry {
  readonly all: readonly ResourceKind[];
  private readonly byPlural = new Map<string, ResourceKind>();
  private readonly byKind = new Map<string, ResourceKind>();
  private readonly versionsByGroup = new Map<string, string[]>();

  /** `without` names API groups that this cluster does not have. */
  constructor(without: readonly string[] = []) {
    const absent = new Set(without);
    this.all = [...coreKinds, ...deliveryKinds, ...networkKinds, ...platformKinds].filter(
      (kind) => !absent.has(kind.group),
    );
    for (const kind of this.all) {
      this.byPlural.set(kind.id, kind);
      this.byKind.set(`${kind.group}/${kind.kind}`, kind);
      const versions = this.versionsByGroup.get(kind.group) ?? [];
      this.versionsByGroup.set(kind.group, versions);
      versions.push(...kind.versions.filter((version) => !versions.includes(version)));
    }
  }

  /** The kind with this plural in this group and version; undefined when it is not served. */
  find(group: string, version: string, plural: string): ResourceKind | undefined {
    const kind = this.byPlural.get(group === '' ? plural : `${plural}.${group}`);
    return kind?.versions.includes(version) ? kind : undefined;
  }

  /** The kind with this id (`plural` or `plural.group`); throws, since ids come from our tables. */
  require(id: string): ResourceKind {
    const kind = this.byPlural.get(id);
    if (kind === undefined) {
      throw new Error(`the kind "${id}" is not served by this API server`);
    }
    return kind;
  }

  /** The kind with this id, or undefined when its group was left out. */
  get(id: string): ResourceKind | undefined {
    return this.byPlural.get(id);
  }

  /** The kind an object says it is, in any version of its group. */
  ofObject(object: Pick<KubeObject, 'apiVersion' | 'kind'>): ResourceKind | undefined {
    const slash = object.apiVersion.indexOf('/');
    const group = slash < 0 ? '' : object.apiVersion.slice(0, slash);
    return this.byKind.get(`${group}/${object.kind}`);
  }

  /** Groups in the order of the tables, the core group ('') included. */
  get groups(): readonly string[] {
    return [...this.versionsByGroup.keys()];
  }

  /** Versions of a group, the preferred one first; empty for an unknown group. */
  versionsOf(group: string): readonly string[] {
    return this.versionsByGroup.get(group) ?? [];
  }

  /** Kinds of one group that are served in one version. */
  inVersion(group: string, version: string): readonly ResourceKind[] {
    return this.all.filter((kind) => kind.group === group && kind.versions.includes(version));
  }
}
