/**
 * What a job needs of the API server: five verbs on named objects. The browser gives it the
 * console's own client; tests give it a client of an embedded cluster.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { ObjectRef, PatchOperation } from '../plan/model';

export interface WriteOptions {
  readonly dryRun: boolean;
}

export interface Api {
  get(ref: ObjectRef): Promise<KubeObject>;
  create(body: KubeObject, options: WriteOptions): Promise<KubeObject>;
  patch(
    ref: ObjectRef,
    operations: readonly PatchOperation[],
    options: WriteOptions,
  ): Promise<KubeObject>;
  /** Deletes the object only while it still has this uid. */
  remove(ref: ObjectRef, uid: string, options?: WriteOptions): Promise<void>;
}

/** What every failing call throws: the Status of the API server, or a lost connection. */
export interface ApiFailure {
  /** HTTP status; 0 when no answer came. */
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  /** Seconds the server asks to wait, where it said so (429, 503). */
  readonly retryAfterSeconds?: number;
}

/** The server understood and said no: nothing was stored. After anything else it may have been. */
export const isRefusal = ({ code }: ApiFailure): boolean => code >= 400 && code < 500;

/** Reads a thrown value as a failure, whatever threw it. */
export const toFailure = (thrown: unknown): ApiFailure => {
  const value = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const { code, status, reason, message, retryAfterSeconds } = value as Readonly<
    Record<string, unknown>
  >;
  const http = [code, status].find((entry) => typeof entry === 'number');
  return {
    code: typeof http === 'number' ? http : 0,
    reason: typeof reason === 'string' ? reason : '',
    message: typeof message === 'string' && message !== '' ? message : String(thrown),
    ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
  };
};
