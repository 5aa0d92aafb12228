/**
 * The state in the URL, and how to change it. View, filter and switches are kept as the person's preference: the
 * bare address opens with them, while an address that names anything shows exactly what it names, so that a
 * link to an object is never hidden by the reader's own filter.
 */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from '../../console/router';
import { usePreference } from '../../console/usePreference';
import type { TopologyState } from './topologyUrl';
import { keptOf, readTopologyUrl, withKept, writeTopologyUrl } from './topologyUrl';

export const useTopologyState = (): readonly [
  TopologyState,
  (edit: Partial<TopologyState>) => void,
] => {
  const [params, setParams] = useSearchParams();
  const [kept, setKept, isKnown] = usePreference('topology-options', '');
  const state = useMemo(() => readTopologyUrl(params), [params]);
  const isOpened = useRef(false);
  useEffect(() => {
    if (!isKnown || isOpened.current) return;
    isOpened.current = true;
    if (withKept(params, kept) === params) return;
    setParams((current) => withKept(current, kept), { replace: true });
  }, [isKnown, kept, params, setParams]);
  const latest = useRef(state);
  latest.current = state;
  const change = useCallback(
    (edit: Partial<TopologyState>) => {
      // What is chosen before the preference is known outdoes it.
      isOpened.current = true;
      if ('view' in edit || 'filter' in edit || 'isEachNode' in edit || 'showsUnused' in edit) {
        setKept(keptOf({ ...latest.current, ...edit }));
      }
      setParams((current) => writeTopologyUrl(current, { ...readTopologyUrl(current), ...edit }));
    },
    [setKept, setParams],
  );
  return [state, change];
};
