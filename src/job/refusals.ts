/**
 * What the API server has forbidden a short while ago, so that it is not asked again: lists of jobs
 * are looked at every few seconds, and a user without rights in a project would be refused each
 * time. Rights may be given meanwhile, so a refusal is forgotten after some minutes; somebody whom
 * an administrator impersonates has refusals of their own.
 */
import type { ApiFailure } from './api';

/** Milliseconds; as long as a watch waits that was forbidden. */
const KEPT_MS = 5 * 60_000;

/** Requests told apart by a text: verb and place. */
export class Refusals {
  private readonly kept = new Map<string, { readonly failure: ApiFailure; readonly at: number }>();

  constructor(
    /** Milliseconds since the epoch. */
    private readonly now: () => number,
    /** Who asks: differs for each identity. */
    private readonly who: () => string = () => '',
  ) {}

  /** The refusal that still holds. */
  of(request: string): ApiFailure | undefined {
    const known = this.kept.get(this.keyOf(request));
    return known !== undefined && this.now() - known.at < KEPT_MS ? known.failure : undefined;
  }

  /** Remembers a failure if it is a refusal for want of rights. */
  note(request: string, failure: ApiFailure): void {
    if (failure.code === 403) this.kept.set(this.keyOf(request), { failure, at: this.now() });
  }

  private keyOf(request: string): string {
    return `${this.who()} ${request}`;
  }
}
