/**
 * Reads the object behind an entity when it is asked for, and again on retry. An answer that comes
 * after the panel moved on is dropped.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { stringify } from 'yaml';
import type { KubeObject } from '../../cluster/kubeObject';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { toApiError } from '../../console/ApiError';
import { getObject } from '../../console/apiClient';
import type { ObjectKey } from '../../console/objectKey';
import { objectTarget } from './objectTarget';

export type ObjectYaml =
  | { readonly phase: 'closed' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'loaded'; readonly yaml: string }
  | { readonly phase: 'failed'; readonly reason: Text };

/** Without the book-keeping of field managers, which is longer than the object and not for reading. */
const readable = ({ metadata, ...rest }: KubeObject): object => {
  const { apiVersion, kind, ...body } = rest;
  const { managedFields: _managers, ...meta } = metadata ?? {};
  return { apiVersion, kind, metadata: meta, ...body };
};

const failureOf = (error: unknown, { kind, name }: ObjectKey): Text => {
  const { status, message } = toApiError(error);
  const values = { kind, name, message };
  switch (status) {
    case 403:
      return text(
        'You may not read {{kind}} {{name}}. Ask a cluster administrator for the right to get it.',
        values,
      );
    case 404:
      return text('{{kind}} {{name}} is not in the cluster any more.', values);
    default:
      return text('{{kind}} {{name}} could not be read: {{message}}', values);
  }
};

export interface ObjectYamlControl {
  readonly state: ObjectYaml;
  readonly load: () => void;
}

/** @param objectKey of one object for the life of the component; give another one another `key` */
export const useObjectYaml = (objectKey: ObjectKey): ObjectYamlControl => {
  const [state, setState] = useState<ObjectYaml>({ phase: 'closed' });
  const request = useRef<AbortController>();
  useEffect(() => () => request.current?.abort(), []);
  const { kind, namespace, name } = objectKey;
  const load = useCallback(() => {
    const key: ObjectKey = { kind, namespace, name };
    const controller = new AbortController();
    request.current?.abort();
    request.current = controller;
    const settle = (next: ObjectYaml): void => {
      if (!controller.signal.aborted) setState(next);
    };
    setState({ phase: 'loading' });
    getObject(objectTarget(key), controller.signal).then(
      (object) => settle({ phase: 'loaded', yaml: stringify(readable(object)) }),
      (error: unknown) => settle({ phase: 'failed', reason: failureOf(error, key) }),
    );
  }, [kind, namespace, name]);
  return { state, load };
};
