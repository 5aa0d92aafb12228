/** What stands against moving NICs to other NADs, and what each move does to its VM (C.7, A.7.2). */
import { nadUsableFrom } from '../cluster/resolveNad';
import { text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import { keptByGitOps } from './keptByGitOps';
import type { Guard, GuardLevel } from './model';
import { moveEffect } from './moveEffect';
import type { MoveIntent } from './planMove';
import type { NicChoice } from './nicChoice';

/** `isPlanned` tells of NADs that the same plan makes first. */
export const checkMove = (
  graph: NetworkGraph,
  intent: MoveIntent,
  isPlanned: (nad: string) => boolean = () => false,
): readonly Guard[] => intent.nics.flatMap((choice) => checkNic(graph, intent, choice, isPlanned));

const checkNic = (
  graph: NetworkGraph,
  intent: MoveIntent,
  choice: NicChoice,
  isPlanned: (nad: string) => boolean,
): readonly Guard[] => {
  const { namespace, name, nic } = choice;
  const vm = `${namespace}/${name}`;
  const nad = intent.nadOf(choice);
  const values = { vm, nic, nad };
  const vnic = graph.vnics.get(`${vm}/${nic}`);
  const [nadNamespace = ''] = nad.split('/');
  if (vnic === undefined) return [guard('block', text('VM {{vm}} has no NIC {{nic}}.', values))];
  if (!graph.snapshot.nads.items.has(nad) && !isPlanned(nad)) {
    return [guard('block', text('There is no NAD {{nad}} for VM {{vm}}.', values))];
  }
  if (!nadUsableFrom(namespace, nadNamespace)) {
    return [guard('block', text('VM {{vm}} may not use NAD {{nad}} of another project.', values))];
  }
  const guards: Guard[] = [...keptByGitOps('vms', 'VM', vnic.vm?.meta)];
  const node = graph.vms.get(vm)?.node ?? '';
  const reach = isPlanned(nad) ? undefined : graph.coverageOfNad(nad).get(node);
  if (node !== '' && reach?.state === 'broken') {
    guards.push(
      guard(
        'warn',
        text('NAD {{nad}} does not reach node {{node}}, where VM {{vm}} runs now.', {
          ...values,
          node,
        }),
      ),
    );
  }
  const effect = effectOf(graph, vm);
  if (effect !== undefined) guards.push(guard('info', effect));
  return guards;
};

const effectOf = (graph: NetworkGraph, key: string): Guard['message'] | undefined => {
  const vm = graph.vms.get(key);
  switch (vm === undefined ? 'nextStart' : moveEffect(vm)) {
    case 'nextStart':
      return text('VM {{vm}} is stopped: it uses the other network at its next start.', {
        vm: key,
      });
    case 'needsRestart':
      return text(
        'VM {{vm}} cannot migrate: it needs a restart before it uses the other network.',
        { vm: key },
      );
    default:
      return text(
        'VM {{vm}} migrates live to another node and loses its old network then; where KubeVirt is too old for it (before 1.8), it needs a restart instead.',
        { vm: key },
      );
  }
};

const guard = (level: GuardLevel, message: Guard['message']): Guard => ({
  id: level === 'block' ? 'PRE-003' : 'PRE-007',
  level,
  field: 'vms',
  message,
});
