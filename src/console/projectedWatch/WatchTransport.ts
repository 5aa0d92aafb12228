/** What a projected watch needs of the outside world; tests give it a fake one. */
import type { KubeObject } from '../../cluster/kubeObject';

export interface ListPage {
  readonly items: readonly KubeObject[];
  readonly resourceVersion: string;
  /** Token of the next page; '' on the last one. */
  readonly next: string;
  /** Items after this page, where the server says so. */
  readonly remaining?: number;
}

/** The part of a WebSocket that is used. */
export interface Socket {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: never) => void) | null;
  close(): void;
}

export interface WatchTransport {
  /**
   * Reads one page.
   * @throws ApiError
   */
  list(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<ListPage>;
  /** Opens a watch; failures arrive as a close. */
  open(path: string, query: Readonly<Record<string, string>>): Socket;
  /** 0 to 1. */
  random(): number;
  /** Calls back when the network or the tab comes back; returns how to stop that. */
  onWake(callback: (hiddenFor: number) => void): () => void;
}
