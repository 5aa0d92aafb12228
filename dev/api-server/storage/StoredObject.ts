/**
 * One version of one object in the store. It never changes: a write makes a new StoredObject. That
 * is what lets lists, watches and paged snapshots share it, and what makes its JSON text worth
 * keeping (a list of 10,000 VMs is then a join of strings).
 */
import type { KubeObject } from '../kubeObject';

export class StoredObject {
  private text: string | undefined;

  /**
   * `key` is `namespace/name` or `name`; `revision` is the resourceVersion as a number. The caller
   * hands the object over and must not change it any more.
   */
  constructor(
    readonly key: string,
    readonly object: KubeObject,
    readonly revision: number,
  ) {}

  /** The object as JSON text, made on first use. */
  get json(): string {
    this.text ??= JSON.stringify(this.object);
    return this.text;
  }

  /** Gives the text back: a version that was replaced is read again by few, if any. */
  forgetText(): void {
    this.text = undefined;
  }
}

/** The key of an object within its kind. */
export function objectKey(namespace: string | undefined, name: string): string {
  return namespace === undefined || namespace === '' ? name : `${namespace}/${name}`;
}
