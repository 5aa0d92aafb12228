/**
 * The open watches of a server, so that they can be ended at shutdown and broken off on demand
 * (`POST /__watches/drop`), the way a proxy in front of a real server does.
 */
export interface WatchSink {
  /** Sends one event as JSON text. */
  send(json: string): void;
  /** Ends the watch properly: end of body, or a close frame. */
  end(): void;
  /** Breaks the connection off without saying goodbye. */
  drop(): void;
  /** Calls back once when the connection is gone, whoever closed it. */
  onClose(callback: () => void): void;
}

export class WatchConnections {
  private readonly sinks = new Set<WatchSink>();

  get count(): number {
    return this.sinks.size;
  }

  /** Follows a connection until it closes. */
  add(sink: WatchSink): void {
    this.sinks.add(sink);
    sink.onClose(() => this.sinks.delete(sink));
  }

  /** Breaks off all watches; gives their number. */
  dropAll(): number {
    const open = [...this.sinks];
    open.forEach((sink) => sink.drop());
    return open.length;
  }

  /** Ends all watches. */
  endAll(): void {
    [...this.sinks].forEach((sink) => sink.end());
  }
}
