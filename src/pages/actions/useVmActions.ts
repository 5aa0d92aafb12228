/** "Attach to network" in the menu of a VM: the wizard, with the VM already chosen. */
import { useMemo } from 'react';
import type { ConsoleAction, ProvidedActions } from '../../console/action';
import type { ConsoleObject } from '../../console/consoleObject';
import { useT } from '../../console/translation';
import { attachLink } from '../../plan/startingPoint';

const useVmActions = (vm: ConsoleObject | undefined): ProvidedActions => {
  const t = useT();
  const { name = '', namespace = '' } = vm?.metadata ?? {};
  return useMemo<ProvidedActions>(() => {
    const attach: ConsoleAction = {
      id: 'vm-networks-attach',
      label: t('Attach to network'),
      description: t('Connect the VM to a VLAN'),
      cta: { href: attachLink({ vms: [`${namespace}/${name}`] }) },
      accessReview: {
        group: 'kubevirt.io',
        resource: 'virtualmachines',
        verb: 'patch',
        name,
        namespace,
      },
    };
    return [name === '' ? [] : [attach], true, undefined];
  }, [t, name, namespace]);
};

export default useVmActions;
