/**
 * What admission knows about one kind: the fields its schema declares, the defaults it fills in and
 * the checks on create and update. Kinds without an entry in `admissionOf` take any content.
 */
import type { ResourceKind } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import type { Shape } from './prune';

interface AdmissionRequest {
  readonly kind: ResourceKind;
  /** The object as it would be stored. */
  readonly object: KubeObject;
  /** The object as it is stored now; undefined on create. */
  readonly previous?: KubeObject;
}

export interface Admission {
  readonly shape?: Shape;
  /** Fills in defaults; changes the object in place. */
  setDefaults?(object: KubeObject): void;
  /** Throws an ApiError when the write is not allowed. */
  check?(request: AdmissionRequest): void;
}
