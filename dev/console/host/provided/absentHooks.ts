/** Hooks of the console that this host does not have: they warn when called and give an empty answer. */
import { warnAbsent } from './absent';

/** No metrics: [no data, loaded, error saying why]. */
export function usePrometheusPoll() {
  warnAbsent('usePrometheusPoll');
  return [undefined, true, new Error('The development console has no Prometheus')];
}

/** Every column is shown. */
export function useActiveColumns({ columns }: { readonly columns: readonly unknown[] }) {
  warnAbsent('useActiveColumns');
  return [columns, true];
}

/** Nothing is filtered. */
export function useListPageFilter(data: readonly unknown[]) {
  warnAbsent('useListPageFilter');
  return [data, data, () => undefined];
}

const openNothing = (name: string) => () => {
  warnAbsent(name);
};

export const useAnnotationsModal = () => openNothing('useAnnotationsModal');
export const useLabelsModal = () => openNothing('useLabelsModal');

/** No quick starts. */
export function useQuickStartContext() {
  warnAbsent('useQuickStartContext');
  return { allQuickStarts: [], activeQuickStartID: '', setActiveQuickStart: () => undefined };
}
