/**
 * The least that every Kubernetes object has. `spec`, `status` and the rest are `unknown` on
 * purpose: what a cluster holds is data, and only the readers of this folder turn it into
 * typed records.
 */
export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}
