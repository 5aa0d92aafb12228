/** What stands against taking NICs away, or should be known before (domain reference C.7, A.7.1). */
import { text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import { detachEffect } from './detachEffect';
import { keptByGitOps } from './keptByGitOps';
import type { Guard, GuardLevel } from './model';
import type { NicChoice } from './nicChoice';

export const checkDetach = (graph: NetworkGraph, nics: readonly NicChoice[]): readonly Guard[] =>
  nics.flatMap((choice) => checkNic(graph, choice));

const checkNic = (graph: NetworkGraph, { namespace, name, nic }: NicChoice): readonly Guard[] => {
  const key = `${namespace}/${name}`;
  const values = { vm: key, nic };
  const vnic = graph.vnics.get(`${key}/${nic}`);
  if (vnic === undefined) {
    return [guard('block', text('VM {{vm}} has no NIC {{nic}}.', values))];
  }
  if (vnic.network?.source.type !== 'multus') {
    return [
      guard(
        'block',
        text('NIC {{nic}} of VM {{vm}} is not on a network of its own; it stays.', values),
      ),
    ];
  }
  const guards: Guard[] = [...keptByGitOps('vms', 'VM', vnic.vm?.meta)];
  if (graph.vms.get(key)?.vnics.length === 1) {
    guards.push(
      guard(
        'warn',
        text(
          'NIC {{nic}} is the only one of VM {{vm}}. A VM that lists none gets the pod network at its next start.',
          values,
        ),
      ),
    );
  }
  if (detachEffect(vnic) === 'needsRestart') {
    guards.push(guard('warn', text('VM {{vm}} keeps NIC {{nic}} until it is restarted.', values)));
  }
  return guards;
};

const guard = (level: GuardLevel, message: Guard['message']): Guard => ({
  id: 'PRE-007',
  level,
  field: 'vms',
  message,
});
