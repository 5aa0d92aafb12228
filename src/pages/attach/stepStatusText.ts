/** The state of a step in a word or two. */
import type { useT } from '../../console/translation';
import type { StepStatus } from '../../job/jobState';

export const stepStatusText = (status: StepStatus, t: ReturnType<typeof useT>): string => {
  const texts: Readonly<Record<StepStatus, string>> = {
    planned: t('not started'),
    writing: t('being written'),
    waiting: t('taking effect'),
    done: t('done'),
    failed: t('failed'),
    undoing: t('being taken back'),
    undone: t('taken back'),
    undoFailed: t('could not be taken back'),
  };
  return texts[status];
};
