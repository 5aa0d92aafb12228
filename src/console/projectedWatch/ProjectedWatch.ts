/**
 * A list that keeps itself current: paged list, then a WebSocket watch, every object cut down to a
 * record on arrival. It exists because the SDK's watch keeps whole objects in a store: 10,000 VMs cost
 * 30 s of blocked main thread there and 0.1 s here. One instance serves all subscribers of a query,
 * and it never shows fewer objects than there are while it is reading the list again.
 *
 * idle -> listing -> watching -> (drop) waiting -> watching, or listing again after 410.
 */
import type { Listing } from '../../cluster/snapshot';
import { toApiError } from '../ApiError';
import type { ApiError } from '../ApiError';
import { failureReason } from './failureReason';
import { readPages } from './readPages';
import type { WatchedRecord } from './RecordStore';
import { RecordStore } from './RecordStore';
import { WatchOutput } from './WatchOutput';
import type { WatchPhase } from './WatchPhase';
import type { WatchQuery } from './WatchQuery';
import { WatchSocket } from './WatchSocket';
import type { WatchEnd } from './WatchSocket';
import { OPENINGS_BEFORE_RELIST, retryDelay, WATCH_TIMING } from './watchTiming';
import type { WatchTransport } from './WatchTransport';

type Timer = ReturnType<typeof setTimeout> | undefined;

export class ProjectedWatch<T extends WatchedRecord> {
  private readonly records: RecordStore<T>;
  private readonly output: WatchOutput<T>;
  private phase: WatchPhase = 'idle';
  /** Aborted and replaced whenever what is under way no longer counts. */
  private run = new AbortController();
  private socket: WatchSocket | undefined;
  /** Version to resume from; '' when the list must be read first. */
  private version = '';
  private wasComplete = false;
  /** Failures in a row. */
  private attempts = 0;
  private openedAt = 0;
  private givenUpAt = 0;
  private retryTimer: Timer;
  private staleTimer: Timer;
  private stopTimer: Timer;
  private stopListeningToWake: (() => void) | undefined;

  constructor(
    private readonly watched: WatchQuery<T>,
    private readonly transport: WatchTransport,
  ) {
    this.records = new RecordStore(watched.read);
    this.output = new WatchOutput(this.records);
  }

  /** The list as it stands; a new object only when something changed. */
  getListing(): Listing<T> {
    return this.output.listing;
  }

  /** Starts the watch with the first subscriber and stops it 30 s after the last has left. */
  subscribe(listener: () => void): () => void {
    const leave = this.output.subscribe(listener);
    clearTimeout(this.stopTimer);
    if (this.phase === 'idle') {
      this.start();
    }
    return () => {
      if (leave() === 'last') {
        this.stopTimer = setTimeout(() => this.stop(), WATCH_TIMING.keep);
      }
    };
  }

  /** Tries again now what is waiting or was given up, such as a list that was forbidden. */
  refresh(): void {
    if (this.phase === 'waiting' || this.phase === 'givenUp') {
      this.attempts = 0;
      this.resume();
    }
  }

  private start(): void {
    this.stopListeningToWake = this.transport.onWake((hiddenFor) => this.wake(hiddenFor));
    this.attempts = 0;
    if (this.version !== '') {
      // After a pause what is held is as old as the pause, until the socket is open.
      this.output.say('stale');
    }
    this.resume();
  }

  private stop(): void {
    this.abandon('idle');
    this.disarmStale();
    this.output.cancel();
    this.stopListeningToWake?.();
    this.stopListeningToWake = undefined;
  }

  private resume(): void {
    if (this.version === '') {
      void this.list();
    } else {
      this.connect();
    }
  }

  private wake(hiddenFor: number): void {
    const isDoubtful = this.phase === 'watching' && hiddenFor >= WATCH_TIMING.hidden;
    const isAnswered = this.phase === 'givenUp';
    const isOldAnswer = isAnswered && Date.now() - this.givenUpAt >= WATCH_TIMING.givenUpPause;
    if (this.phase === 'waiting' || isDoubtful || isOldAnswer) {
      this.attempts = 0;
      this.resume();
    }
  }

  /** Drops whatever is under way and enters the next phase. */
  private abandon(next: WatchPhase): AbortSignal {
    this.run.abort();
    this.run = new AbortController();
    this.socket?.close();
    this.socket = undefined;
    clearTimeout(this.retryTimer);
    this.phase = next;
    return this.run.signal;
  }

  private async list(): Promise<void> {
    const signal = this.abandon('listing');
    this.records.beginList();
    const { path, query = {} } = this.watched;
    try {
      for await (const page of readPages(this.transport, path, query, signal)) {
        if (signal.aborted) {
          return;
        }
        this.records.stage(page.items);
        this.version = page.resourceVersion;
        this.pageArrived(page.remaining);
      }
      this.listComplete();
    } catch (error) {
      if (!signal.aborted) {
        this.listFailed(toApiError(error));
      }
    }
  }

  private pageArrived(remaining: number | undefined): void {
    if (this.wasComplete) {
      return;
    }
    const isFirst = this.records.size === 0;
    const total = remaining === undefined ? undefined : this.records.stagedSize + remaining;
    this.output.expect(total);
    this.records.showStaged();
    this.output.say('loading');
    if (isFirst) {
      this.output.now();
    } else {
      this.output.touch();
    }
  }

  private listComplete(): void {
    this.records.swap();
    this.wasComplete = true;
    this.output.expect(undefined);
    // Where no socket can be opened the lists are read again and again, and are old in between.
    const isPolling = this.attempts > OPENINGS_BEFORE_RELIST;
    this.output.say(isPolling ? 'stale' : 'complete');
    this.output.now();
    this.connect();
  }

  private listFailed(error: ApiError): void {
    this.version = '';
    if (error.status === 403) {
      this.giveUp('forbidden', error.message);
      return;
    }
    if (error.status === 404 || error.status === 405) {
      this.giveUp('absent', error.message);
      return;
    }
    const isExpired = error.status === 410;
    if (!isExpired) {
      this.disarmStale(); // Its timer would take the reason away again.
      this.output.say(this.wasComplete ? 'stale' : 'failed', failureReason(error));
    }
    this.retry(isExpired && this.attempts === 0 ? 0 : this.nextDelay());
  }

  /** The user may not see it, or it is gone: nothing of it stays in view. */
  private giveUp(state: 'forbidden' | 'absent', reason: string): void {
    this.abandon('givenUp');
    this.disarmStale();
    this.givenUpAt = Date.now();
    this.retryTimer = setTimeout(() => this.resume(), WATCH_TIMING.givenUpRetry);
    // The same answer again is no news: nobody has to draw anything.
    if (this.output.says(state, reason)) return;
    this.records.clear();
    this.wasComplete = false;
    this.output.expect(undefined);
    this.output.say(state, reason);
    this.output.now();
  }

  private connect(): void {
    const signal = this.abandon('connecting');
    this.armStale();
    const { path, query = {} } = this.watched;
    const socket = this.transport.open(path, {
      ...query,
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: this.version,
    });
    this.socket = new WatchSocket(socket, {
      onOpen: () => this.socketOpened(),
      onChange: (type, object) => {
        if (this.records.apply(type, object)) {
          this.output.touch();
        }
      },
      onVersion: (version) => {
        this.version = version;
        this.attempts = 0;
      },
      onEnd: (end) => {
        if (!signal.aborted) {
          this.socketEnded(end);
        }
      },
    });
  }

  private socketOpened(): void {
    this.phase = 'watching';
    this.openedAt = Date.now();
    this.disarmStale();
    this.output.say('complete');
  }

  private socketEnded(end: WatchEnd): void {
    const livedLong =
      this.phase === 'watching' && Date.now() - this.openedAt > WATCH_TIMING.settled;
    if (livedLong) {
      this.attempts = 0;
    }
    this.armStale();
    if (end !== 'dropped' || this.attempts >= OPENINGS_BEFORE_RELIST) {
      this.version = '';
    }
    this.retry(end === 'expired' && this.attempts === 0 ? 0 : this.nextDelay());
  }

  private retry(delay: number): void {
    this.abandon('waiting');
    this.attempts += 1;
    this.retryTimer = setTimeout(() => this.resume(), delay);
  }

  private nextDelay(): number {
    return retryDelay(this.attempts, this.transport.random());
  }

  private armStale(): void {
    this.staleTimer ??= setTimeout(() => this.output.say('stale'), WATCH_TIMING.staleAfter);
  }

  private disarmStale(): void {
    clearTimeout(this.staleTimer);
    this.staleTimer = undefined;
  }
}
