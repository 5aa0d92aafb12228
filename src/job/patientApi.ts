/**
 * An `Api` that waits and asks again where the server says "too many requests": such a request was
 * not worked on, so asking again is safe for writes, too. It waits as long as the server asks
 * (`Retry-After`), else twice as long each time. Reads also outlast a server that is away for a
 * moment. Kubernetes API priority and fairness; client-go rest/with_retry.go.
 */
import { toFailure } from './api';
import type { Api, ApiFailure } from './api';

const TRIES = 5;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Takes milliseconds; the default of a job waits for real. */
export type Pause = (milliseconds: number) => Promise<void>;

export const realPause: Pause = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

type IsWorthAsking = (failure: ApiFailure) => boolean;

const isTooMany: IsWorthAsking = ({ code }) => code === 429;

/** No answer, or one of a server that is starting, stopping or overloaded. */
const isPassing: IsWorthAsking = ({ code }) => [0, 429, 502, 503, 504].includes(code);

/** Gives what the call gives; throws what its last try threw. */
export const askAgain = async <T>(
  call: () => Promise<T>,
  isWorthAsking: IsWorthAsking,
  pause: Pause,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (attempt === TRIES || !isWorthAsking(failure)) throw thrown;
      await pause(pauseBefore(attempt, failure));
    }
  }
};

const pauseBefore = (attempt: number, { retryAfterSeconds }: ApiFailure): number =>
  Math.min(
    retryAfterSeconds === undefined
      ? FIRST_PAUSE_MS * 2 ** (attempt - 1)
      : retryAfterSeconds * 1000,
    LONGEST_PAUSE_MS,
  );

/** The same five verbs, with patience. */
export const patientApi = (api: Api, pause: Pause = realPause): Api => ({
  get: (ref) => askAgain(() => api.get(ref), isPassing, pause),
  create: (body, options) => askAgain(() => api.create(body, options), isTooMany, pause),
  patch: (ref, operations, options) =>
    askAgain(() => api.patch(ref, operations, options), isTooMany, pause),
  remove: (ref, uid, options) => askAgain(() => api.remove(ref, uid, options), isTooMany, pause),
});
