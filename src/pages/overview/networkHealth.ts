/**
 * The plugin's line in the status card of the cluster's overview. The overview is opened often and by
 * everybody, so the line rests on the policies alone, which are few; the doctor looks at the whole cluster
 * when somebody opens the line (NetworkHealthPopup).
 */
import { conditionOf } from '../../cluster/readConditions';
import { readPolicy } from '../../cluster/readPolicy';
import { text } from '../../cluster/text';
import type { SubsystemHealth, WatchedList } from '../../console/health';
import { translateNow } from '../../console/translateNow';

/** What the console watches and hands to `policyHealth`. */
export const watchedPolicies = {
  policies: {
    groupVersionKind: {
      group: 'nmstate.io',
      version: 'v1',
      kind: 'NodeNetworkConfigurationPolicy',
    },
    isList: true,
    namespaced: false,
  },
} as const;

/** The worst state of the node network policies. */
export const policyHealth = ({
  policies,
}: {
  readonly policies?: WatchedList;
}): SubsystemHealth => {
  if (policies?.loadError) {
    return {
      state: 'NOT_AVAILABLE',
      message: translateNow(text('You may not read node network policies')),
    };
  }
  if (policies?.loaded !== true) return { state: 'LOADING' };
  const records = (policies.data ?? []).flatMap((policy) => readPolicy(policy) ?? []);
  const withCondition = (type: string): number =>
    records.filter(({ conditions }) => conditionOf(conditions, type)?.status === 'True').length;
  const degraded = withCondition('Degraded');
  if (degraded > 0) {
    return {
      state: 'ERROR',
      message: translateNow(
        text('{{count}} node network policies are degraded', { count: degraded }),
      ),
    };
  }
  const progressing = withCondition('Progressing');
  if (progressing > 0) {
    return {
      state: 'PROGRESS',
      message: translateNow(
        text('{{count}} node network policies are being applied', { count: progressing }),
      ),
    };
  }
  return { state: 'OK' };
};
