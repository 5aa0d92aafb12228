/**
 * One error type for everything that can go wrong on the way to the API server, so that callers
 * decide by status and reason and show a sentence. The console's own error class is not exported by
 * every console version (HttpError since 4.22), hence the reading by shape.
 */
export interface StatusCause {
  readonly field: string;
  readonly message: string;
  readonly reason: string;
}

export class ApiError extends Error {
  /**
   * @param status HTTP status; 0 when no answer came (network, time-out, abort)
   * @param reason `reason` of the Status object, such as AlreadyExists; '' when there is none
   * @param retryAfterSeconds what the server asked for with a 429 or 503
   */
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
    readonly causes: readonly StatusCause[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const textAt = (record: Readonly<Record<string, unknown>>, key: string): string => {
  const value = record[key];
  return typeof value === 'string' ? value : '';
};

const readCauses = (details: unknown): StatusCause[] => {
  const causes = isRecord(details) ? details.causes : undefined;
  if (!Array.isArray(causes)) {
    return [];
  }
  return causes.filter(isRecord).map((cause) => ({
    field: textAt(cause, 'field'),
    message: textAt(cause, 'message'),
    reason: textAt(cause, 'reason'),
  }));
};

const statusOf = (error: Readonly<Record<string, unknown>>): number => {
  if (typeof error.code === 'number') {
    return error.code;
  }
  const response = error.response;
  return isRecord(response) && typeof response.status === 'number' ? response.status : 0;
};

/** Seconds from the Status object, else from the header (kubernetes apimachinery, RetryAfterSeconds). */
const retryAfterOf = (
  error: Readonly<Record<string, unknown>>,
  details: unknown,
): number | undefined => {
  const stated = isRecord(details) ? details.retryAfterSeconds : undefined;
  if (typeof stated === 'number' && stated > 0) return stated;
  const headers = isRecord(error.response) ? error.response.headers : undefined;
  const header =
    isRecord(headers) && headers instanceof Headers ? headers.get('Retry-After') : null;
  const seconds = Number(header ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
};

/** Turns whatever a fetch rejected with into an ApiError; never throws. */
export const toApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) {
    return error;
  }
  if (!isRecord(error)) {
    return new ApiError(0, '', String(error));
  }
  const body = isRecord(error.json) ? error.json : {};
  const message = textAt(error, 'message') || textAt(body, 'message') || textAt(error, 'name');
  return new ApiError(
    statusOf(error),
    textAt(body, 'reason'),
    message,
    readCauses(body.details),
    retryAfterOf(error, body.details),
  );
};
