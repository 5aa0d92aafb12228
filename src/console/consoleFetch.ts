/**
 * The console's own fetch: it adds the CSRF token and impersonation headers and logs an expired
 * session out. Nothing else of the plugin talks HTTP. Every failure arrives as an ApiError.
 */
import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { toApiError } from './ApiError';
import { kubernetesUrl } from './basePath';

const orThrowApiError = async (request: Promise<unknown>): Promise<unknown> => {
  try {
    return await request;
  } catch (error) {
    throw toApiError(error);
  }
};

/** GET of an API path such as `/api/v1/nodes?limit=1000`. */
export const getJson = (apiPath: string, signal?: AbortSignal): Promise<unknown> =>
  orThrowApiError(consoleFetchJSON(kubernetesUrl(apiPath), 'GET', signal ? { signal } : {}));

/** POST of a JSON body. */
export const postJson = (apiPath: string, body: object): Promise<unknown> =>
  orThrowApiError(consoleFetchJSON.post(kubernetesUrl(apiPath), body));

/** PATCH with a JSON patch (RFC 6902), the only patch type every console's fetch sends. */
export const patchJson = (apiPath: string, operations: readonly object[]): Promise<unknown> =>
  orThrowApiError(consoleFetchJSON.patch(kubernetesUrl(apiPath), [...operations]));

/** DELETE with DeleteOptions as the body. */
export const deleteJson = (apiPath: string, options: object): Promise<unknown> =>
  orThrowApiError(consoleFetchJSON.delete(kubernetesUrl(apiPath), options));
