/** VM-003: how an interface is bound must fit the network it is on. */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { changesPrimary, primaryNetworks } from '../facts/primaryNetworks';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { nadId, typedConfig } from '../nadFacts';
import { bindingOf, isLeaving, nadOfVnic, vmIdOfVnic, vnicLabel } from '../vmFacts';
import { judgeNics } from '../judgeNics';

const id = 'VM-003';

/** CNI types whose bindings we know. */
type Family = 'ovn' | 'bridge' | 'sriov' | 'macvtap';

const wrong = (vnic: VnicView, related: readonly string[], message: Text, fix: Text): Judgement =>
  fault({
    severity: 'error',
    subject: vnic.id,
    related: [...related, vmIdOfVnic(vnic)],
    message,
    symptom: text('The VM is refused, or the interface has no link.'),
    fix,
  });

/** Undefined: the binding fits. */
const judgeBinding = (vnic: VnicView, family: Family, nad: string): Judgement | undefined => {
  const binding = bindingOf(vnic);
  const wanted = family === 'sriov' ? 'sriov' : family === 'macvtap' ? 'macvtap' : 'bridge';
  if (binding === wanted) return undefined;
  const isForeignPlugin = vnic.nic?.bindingPlugin === true && binding !== 'macvtap';
  if (isForeignPlugin) {
    const reason = text('Whether the binding plugin {{binding}} fits is not known', { binding });
    return unclear(vnic.id, reason);
  }
  const values = { vnic: vnicLabel(vnic), binding, wanted };
  return wrong(
    vnic,
    [nad],
    text('{{vnic}} has the binding {{binding}}, but its network needs {{wanted}}.', values),
    text('Set the binding of the interface to {{wanted}}.', values),
  );
};

const judgeSecondary = (graph: NetworkGraph, vnic: VnicView): Judgement | undefined => {
  if (bindingOf(vnic) === 'masquerade') {
    return wrong(
      vnic,
      [],
      text('{{vnic}} has the binding masquerade, which only the pod network can have.', {
        vnic: vnicLabel(vnic),
      }),
      text('Set the binding of the interface to bridge.'),
    );
  }
  const nad = nadOfVnic(graph, vnic);
  const family = nad === undefined ? undefined : typedConfig(nad)?.plugin.family;
  if (nad === undefined || family === undefined) return undefined;
  if (family === 'unknown') {
    return unclear(vnic.id, text('Which binding the CNI plugin of its NAD needs is not known'));
  }
  return judgeBinding(vnic, family, nadId(nad));
};

const judgePod = (graph: NetworkGraph, vnic: VnicView): Judgement | undefined => {
  if (vnic.nic?.binding !== 'masquerade') return undefined;
  const network = primaryNetworks(graph).get(vnic.namespace);
  if (network === undefined) return undefined;
  const values = { vnic: vnicLabel(vnic), namespace: vnic.namespace, network };
  return wrong(
    vnic,
    [`network/${network}`],
    text(
      '{{vnic}} uses masquerade, but the pod network of {{namespace}} is the user-defined network {{network}}.',
      values,
    ),
    text('Set the binding of the interface to l2bridge (or passt).'),
  );
};

export const VM_003: Rule = {
  id,
  title: text('Binding does not fit the network'),
  severity: 'error',
  tier: 'S',
  reads: ['nads', 'vms'],
  consults: ['vmis', 'udns', 'cudns', 'namespaces'],
  source: 'kubevirt pkg/network/admitter',
  check: (context) =>
    judgeNics(
      context,
      id,
      (vnic) => {
        if (isLeaving(vnic)) return undefined;
        return vnic.nadKey === undefined
          ? judgePod(context.graph, vnic)
          : judgeSecondary(context.graph, vnic);
      },
      changesPrimary,
    ),
};
