/**
 * Reads a dump (`oc get ... -o yaml`, a must-gather) into whole objects to serve. It reads what
 * `inspect` reads, by the same parsers, and by the same rules: one object twice is the
 * newer one, and a kind that does not occur is not known to be empty.
 */
import { fileObjects } from '../../cli/input/fileObjects';
import { isOlderVersion } from '../../src/cluster/isOlderVersion';
import { listedObjects } from '../../src/cluster/listedObjects';
import { newestTimestamp } from '../../src/cluster/newestTimestamp';
import { parseTime } from '../../src/cluster/parseTime';
import { stringAt } from '../api-server/json';
import { KindRegistry } from '../api-server/kinds/KindRegistry';
import type { KubeObject } from '../api-server/kubeObject';
import { findObjectDefect } from './findObjectDefect';

export interface Dump {
  readonly objects: readonly KubeObject[];
  /** Ids (`plural.group`) of the kinds that occur, also of those listed without items. */
  readonly kinds: ReadonlySet<string>;
  /**
   * The namespaces that a dump made by a user of some projects covers; undefined for a dump with
   * anything cluster-scoped in it, which covers all.
   */
  readonly onlyNamespaces?: ReadonlySet<string>;
  /** The newest time in it, in milliseconds; undefined when there is none. */
  readonly newest?: number;
  /** Files that could be read. */
  readonly files: number;
  /** What was left out and what occurred twice, as sentences. */
  readonly notes: readonly string[];
}

const nameOf = (object: unknown): string => {
  const name = stringAt(object, 'metadata', 'name') || 'without a name';
  const namespace = stringAt(object, 'metadata', 'namespace');
  return `${stringAt(object, 'kind')} ${namespace === '' ? '' : `${namespace}/`}${name}`;
};

class DumpReader {
  readonly notes: string[] = [];
  readonly objects = new Map<string, KubeObject>();
  readonly kinds = new Set<string>();
  newest = '';
  private readonly registry = new KindRegistry();

  /** Notes that a kind was listed. */
  readonly sawKind = (apiVersion: string, kind: string): void => {
    const known = this.registry.ofObject({ apiVersion, kind });
    if (known !== undefined) this.kinds.add(known.id);
  };

  add(object: unknown): void {
    const apiVersion = stringAt(object, 'apiVersion');
    const type = { apiVersion, kind: stringAt(object, 'kind') };
    const kind = this.registry.ofObject(type);
    if (kind === undefined) return;
    this.kinds.add(kind.id);
    const defect = findObjectDefect(object, kind.namespaced);
    if (defect !== undefined) {
      this.notes.push(`${nameOf(object)} is left out: ${defect}`);
      return;
    }
    // The defects are what keeps it from being one.
    const whole = object as KubeObject;
    const { namespace = '', name, resourceVersion = '' } = whole.metadata;
    const key = `${kind.id}/${namespace}/${name}`;
    const before = this.objects.get(key);
    this.newest = newestTimestamp(whole, this.newest);
    if (before === undefined) {
      this.objects.set(key, whole);
      return;
    }
    const keepsBefore = isOlderVersion(resourceVersion, before.metadata.resourceVersion ?? '');
    const kept = keepsBefore
      ? 'the earlier one is used, its resourceVersion is higher'
      : 'the later one is used';
    this.notes.push(`${nameOf(whole)} occurs twice: ${kept}`);
    if (!keepsBefore) this.objects.set(key, whole);
  }

  /** See `Dump.onlyNamespaces`. */
  namespaces(): ReadonlySet<string> | undefined {
    const isWhole = [...this.kinds].some((id) => !this.registry.require(id).namespaced);
    if (isWhole) return undefined;
    return new Set([...this.objects.values()].map(({ metadata }) => metadata.namespace ?? ''));
  }
}

/** Takes files and folders; never throws: what cannot be read is among the notes. */
export function readDump(paths: readonly string[]): Dump {
  const reader = new DumpReader();
  let files = 0;
  const found = fileObjects(paths, {
    onNote: (note) => reader.notes.push(note),
    onFile: () => {
      files += 1;
    },
  });
  for (const object of found) {
    for (const one of listedObjects(object, reader.sawKind)) reader.add(one);
  }
  const onlyNamespaces = reader.namespaces();
  const newest = parseTime(reader.newest);
  return {
    objects: [...reader.objects.values()],
    kinds: reader.kinds,
    ...(onlyNamespaces === undefined ? {} : { onlyNamespaces }),
    ...(newest === undefined ? {} : { newest }),
    files,
    notes: reader.notes,
  };
}
