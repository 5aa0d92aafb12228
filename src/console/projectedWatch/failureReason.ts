/** Why a list could not be read, as a sentence that says what to do where the server's own does not. */
import { text } from '../../cluster/text';
import type { ApiError } from '../ApiError';
import { translateNow } from '../translateNow';

/** The server words a 401 as `Unauthorized`, which reads like missing rights: the session is over. */
export const failureReason = ({ status, message }: ApiError): string =>
  status === 401
    ? translateNow(text('Your session has ended. Reload the page and log in again.'))
    : message;
