/** What a change does to a VM, in few words. */
import type { Translate } from '../../console/translation';
import type { VmEffect } from '../../plan/vmEffect';

export const effectText = (effect: VmEffect, t: Translate): string => {
  switch (effect) {
    case 'nextStart':
      return t('At its next start');
    case 'migrates':
      return t('By live migration');
    case 'needsRestart':
      return t('At a restart');
    case 'live':
      return t('Live');
    case 'atOnce':
      return t('At once');
    case 'unknown':
      return t('Unknown');
  }
};
