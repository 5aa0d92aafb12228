/**
 * Why a write failed, in a sentence that says what to do next. The API server's own words stand
 * beside it. Meanings of the codes: Kubernetes API conventions, "Response Status Kind".
 */
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { ObjectRef } from '../plan/model';
import type { ApiFailure } from './api';

/** Takes the object that was to be written, and what the API threw. */
export const writeFailure = (ref: ObjectRef, failure: ApiFailure): Text => {
  const values = {
    kind: ref.kind,
    name: ref.namespace === '' ? ref.name : `${ref.namespace}/${ref.name}`,
    code: failure.code,
    reason: failure.reason,
  };
  if (isFailedTest(failure)) {
    return text(
      '{{kind}} {{name}} was changed by somebody else after the review; nothing was overwritten ({{code}} {{reason}}). Start again to review it as it is now.',
      values,
    );
  }
  switch (failure.code) {
    case 0:
      return text(
        'No answer came to the write of {{kind}} {{name}}; it may have been stored or not. Retry looks first.',
        values,
      );
    case 403:
      return text(
        'You may not write {{kind}} {{name}} ({{code}} {{reason}}). Ask somebody with the rights to go on with this job.',
        values,
      );
    case 409:
      return text(
        '{{kind}} {{name}} exists already or was changed in the meantime ({{code}} {{reason}}). It is left alone.',
        values,
      );
    case 429:
      return text(
        'The API server has too much to do and did not take {{kind}} {{name}}, although it was asked several times ({{code}} {{reason}}). Retry later.',
        values,
      );
    default:
      return failure.code >= 500
        ? text(
            'The API server failed at the write of {{kind}} {{name}} ({{code}} {{reason}}); it may have been stored or not. Retry looks first.',
            values,
          )
        : text('The API server refused {{kind}} {{name}} ({{code}} {{reason}}).', values);
  }
};

/**
 * A patch of which a `test` did not hold. The API server says so only in general words (kubernetes
 * apiserver endpoints/handlers/patch.go: 422 without a cause, for any operation that cannot be done).
 */
const isFailedTest = ({ code, message }: ApiFailure): boolean =>
  code === 422 &&
  /rejected our request due to an error in our request|testing (value|path)|test failed/i.test(
    message,
  );
