/**
 * Names, in the user's language, the button that shows a wizard's steps on narrow screens:
 * PatternFly names it "Wizard toggle" and takes no other name.
 */
import { useCallback } from 'react';
import { useT } from '../../console/translation';

const TOGGLE = '.pf-v6-c-wizard__toggle';

/** To be the `ref` of an element around the wizard. */
export const useWizardToggleLabel = (): ((frame: HTMLElement | null) => void) => {
  const t = useT();
  return useCallback(
    (frame) => frame?.querySelector(TOGGLE)?.setAttribute('aria-label', t('Steps')),
    [t],
  );
};
