/**
 * The events of a few objects, read when somebody looks: the cluster's events are too many to watch for
 * everybody. An object whose events may not be read costs only its own.
 */
import { useCallback, useEffect, useState } from 'react';
import type { EventRecord } from '../../cluster/clusterRecords';
import { toApiError } from '../../console/ApiError';
import { objectEvents } from '../../console/objectEvents';
import type { ObjectKey } from '../../console/objectKey';

export interface ObjectEvents {
  readonly isLoading: boolean;
  /** Newest first. */
  readonly events: readonly EventRecord[];
  /** Objects whose events could not be read, with the API's message. */
  readonly failures: readonly { readonly object: ObjectKey; readonly message: string }[];
  readonly reload: () => void;
}

type Answer = Omit<ObjectEvents, 'reload'>;

const WAITING: Answer = { isLoading: true, events: [], failures: [] };

const askAll = async (objects: readonly ObjectKey[], signal: AbortSignal): Promise<Answer> => {
  const answers = await Promise.allSettled(objects.map((object) => objectEvents(object, signal)));
  const events = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  return {
    isLoading: false,
    events: events.sort((one, other) => (other.at ?? 0) - (one.at ?? 0)),
    failures: answers.flatMap((answer, index) => {
      const object = objects[index];
      return answer.status === 'fulfilled' || object === undefined
        ? []
        : [{ object, message: toApiError(answer.reason).message }];
    }),
  };
};

/** @param objects whose identity matters only by what they name */
export const useObjectEvents = (objects: readonly ObjectKey[]): ObjectEvents => {
  const [answer, setAnswer] = useState(WAITING);
  const [round, setRound] = useState(0);
  const names = JSON.stringify(
    objects.map(({ kind, namespace, name }) => ({ kind, namespace, name })),
  );
  useEffect(() => {
    const controller = new AbortController();
    setAnswer(WAITING);
    void askAll(JSON.parse(names) as ObjectKey[], controller.signal).then((next) => {
      if (!controller.signal.aborted) setAnswer(next);
    });
    return () => controller.abort();
  }, [names, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...answer, reload };
};
