/**
 * The state in the URL, and how to change it. View, filter and switches are kept as the person's preference: the
 * bare address opens with them, while an address that names anything shows exactly what it names, so that a
 * link to an object is never hidden by the reader's own filter.
 */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { usePreference } from '../../console/usePreference';
import { useUrlParams } from '../../console/useUrlParams';
import type { TopologyState } from './topologyUrl';
import { keptOf, readTopologyUrl, withKept, writeTopologyUrl } from './topologyUrl';

/** What is kept for the next visit. */
const KEPT = ['view', 'filter', 'isEachNode', 'showsUnused'] as const;

/** What changes; of what depends on the state as it is by then, how it follows from that. */
export type TopologyEdit =
  Partial<TopologyState> | ((state: TopologyState) => Partial<TopologyState>);

export const useTopologyState = (): readonly [TopologyState, (edit: TopologyEdit) => void] => {
  const [params, setParams] = useUrlParams();
  const [kept, setKept, isKnown] = usePreference('topology-options', '');
  const state = useMemo(() => readTopologyUrl(params), [params]);
  const isOpened = useRef(false);
  useEffect(() => {
    if (!isKnown || isOpened.current) return;
    isOpened.current = true;
    if (withKept(params, kept) === params) return;
    setParams((current) => withKept(current, kept), { replace: true });
  }, [isKnown, kept, params, setParams]);
  const change = useCallback(
    (edit: TopologyEdit) => {
      // What is chosen before the preference is known outdoes it.
      isOpened.current = true;
      setParams((current) => {
        const before = readTopologyUrl(current);
        const changed = typeof edit === 'function' ? edit(before) : edit;
        const next = { ...before, ...changed };
        if (KEPT.some((key) => key in changed)) setKept(keptOf(next));
        return writeTopologyUrl(current, next);
      });
    },
    [setKept, setParams],
  );
  return [state, change];
};
