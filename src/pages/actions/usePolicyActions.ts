/** "Explain" in the menu of a node network policy: what it does in this cluster, and what is wrong with it. */
import { useMemo } from 'react';
import type { ProvidedActions } from '../../console/action';
import type { ConsoleObject } from '../../console/consoleObject';
import { useT } from '../../console/translation';
import { entityId } from '../../network/model';
import { selectionLink } from '../vmNetworks/links';

const usePolicyActions = (policy: ConsoleObject | undefined): ProvidedActions => {
  const t = useT();
  const { name = '' } = policy?.metadata ?? {};
  return useMemo<ProvidedActions>(() => {
    const explain = {
      id: 'vm-networks-explain',
      label: t('Explain'),
      description: t('What the policy does on which node, and what is wrong with it'),
      cta: { href: selectionLink(entityId('policy', name)) },
    };
    return [name === '' ? [] : [explain], true, undefined];
  }, [t, name]);
};

export default usePolicyActions;
