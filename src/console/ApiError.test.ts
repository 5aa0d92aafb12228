import { ApiError, toApiError } from './ApiError';

/** As the console's fetch rejects: a message, the status as `code`, the Status object as `json`. */
const httpError = (code: number, json: object, message = 'from the console') =>
  Object.assign(new Error(message), { code, json });

describe('toApiError', () => {
  it('keeps status, reason, message and causes of a Status object', () => {
    const error = toApiError(
      httpError(422, {
        kind: 'Status',
        reason: 'Invalid',
        details: {
          causes: [
            { field: 'spec.config', message: 'must be JSON', reason: 'FieldValueInvalid' },
            'odd',
          ],
        },
      }),
    );
    expect(error).toMatchObject({ status: 422, reason: 'Invalid', message: 'from the console' });
    expect(error.causes).toEqual([
      { field: 'spec.config', message: 'must be JSON', reason: 'FieldValueInvalid' },
    ]);
  });

  it('takes the status from the response where there is no code', () => {
    expect(toApiError({ message: 'no', response: { status: 403 } }).status).toBe(403);
  });

  it('takes the message of the Status object where the error has none', () => {
    expect(toApiError({ code: 409, json: { message: 'exists' } }).message).toBe('exists');
  });

  it.each([
    ['a network failure', new TypeError('Failed to fetch'), 'Failed to fetch'],
    ['a text', 'gone', 'gone'],
    ['nothing', undefined, 'undefined'],
  ])('makes status 0 of %s', (_name, thrown, message) => {
    expect(toApiError(thrown)).toMatchObject({ status: 0, reason: '', message });
  });

  it('keeps how long the server asks to wait', () => {
    const stated = { code: 429, json: { details: { retryAfterSeconds: 7 } } };
    expect(toApiError(stated).retryAfterSeconds).toBe(7);
    expect(toApiError({ code: 429 }).retryAfterSeconds).toBeUndefined();
  });

  it('leaves its own kind alone', () => {
    const error = new ApiError(410, 'Expired', 'too old');
    expect(toApiError(error)).toBe(error);
  });
});
