/**
 * One WebSocket of a watch: turns frames into events and every way it can end into one call of
 * `onEnd`. It neither reconnects nor knows records. Frames are JSON texts `{type, object}`
 * (kubernetes API concepts, "Efficient detection of changes").
 */
import type { KubeObject } from '../../cluster/kubeObject';
import type { Socket } from './WatchTransport';
import { WATCH_TIMING } from './watchTiming';

/** `expired`: the resource version is too old, list again. `dropped`: reconnect from the last one. */
export type WatchEnd = 'expired' | 'dropped' | 'unreadable';

export interface WatchSocketEvents {
  onOpen(): void;
  onChange(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: KubeObject): void;
  /** Everything up to this version has been sent. */
  onVersion(resourceVersion: string): void;
  onEnd(end: WatchEnd): void;
}

interface Frame {
  readonly type?: unknown;
  readonly object: KubeObject;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFrame = (value: unknown): value is Frame => isRecord(value) && isRecord(value.object);

const parseFrame = (data: unknown): Frame | undefined => {
  if (typeof data !== 'string') {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(data);
    return isFrame(value) ? value : undefined;
  } catch {
    // A cut-off or foreign frame; the caller ends the watch and lists again.
    return undefined;
  }
};

export class WatchSocket {
  private ended = false;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly events: WatchSocketEvents,
  ) {
    socket.onopen = () => {
      this.restartSilenceTimer();
      this.events.onOpen();
    };
    socket.onmessage = (event) => this.receive(event.data);
    socket.onclose = () => this.end('dropped');
    this.restartSilenceTimer();
  }

  /** Closes without a call of `onEnd`. */
  close(): void {
    this.ended = true;
    clearTimeout(this.silenceTimer);
    this.socket.onopen = null;
    this.socket.onmessage = null;
    this.socket.onclose = null;
    this.socket.close();
  }

  private end(end: WatchEnd): void {
    if (this.ended) {
      return;
    }
    this.close();
    this.events.onEnd(end);
  }

  private receive(data: unknown): void {
    if (this.ended) {
      return;
    }
    this.restartSilenceTimer();
    const frame = parseFrame(data);
    if (frame === undefined) {
      this.end('unreadable');
      return;
    }
    if (frame.type === 'ERROR') {
      this.end(frame.object.code === 410 ? 'expired' : 'dropped');
      return;
    }
    const { type, object } = frame;
    if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED') {
      this.events.onChange(type, object);
    }
    const version = object.metadata?.resourceVersion;
    if (typeof version === 'string' && version !== '') {
      this.events.onVersion(version);
    }
  }

  private restartSilenceTimer(): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => this.end('dropped'), WATCH_TIMING.silence);
  }
}
