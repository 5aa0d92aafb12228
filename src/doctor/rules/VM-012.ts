/** VM-012: the launcher pod hangs because its network cannot be set up; the event says why. */
import type { EventRecord, PodRecord } from '../../cluster/clusterRecords';
import { metaKey } from '../../cluster/meta';
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import { entityId } from '../../network/model';
import type { NetworkGraph, VmView } from '../../network/networkGraph';
import { decodeWith } from '../decoders/decodeWith';
import { POD_MESSAGES } from '../decoders/podMessages';
import { launcherPodOf } from '../facts/launcherPodOf';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, RuleContext } from '../model';
import { hasPassed } from '../ruleRun';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';

const id = 'VM-012';
const GRACE_MS = 60_000;
const SANDBOX_REASONS = new Set(['FailedCreatePodSandBox', 'NoNetworkFound']);

/** Newest sandbox failure by `namespace/pod`. */
const failures = (graph: NetworkGraph): ReadonlyMap<string, EventRecord> => {
  const newest = new Map<string, EventRecord>();
  for (const event of graph.snapshot.events.items.values()) {
    if (!SANDBOX_REASONS.has(event.reason) || event.involved.kind !== 'Pod') continue;
    const key = `${event.involved.namespace}/${event.involved.name}`;
    if ((event.at ?? 0) >= (newest.get(key)?.at ?? -1)) newest.set(key, event);
  }
  return newest;
};

const isStuck = (pod: PodRecord, context: RuleContext): boolean => {
  if (pod.phase !== 'Pending' || pod.node === '') return false;
  const scheduled = conditionOf(pod.conditions, 'PodScheduled');
  const since = scheduled?.changedAt ?? pod.meta.createdAt ?? 0;
  return hasPassed(context, since + GRACE_MS);
};

const judgeVm = (
  context: RuleContext,
  vm: VmView,
  pod: PodRecord,
  event: EventRecord | undefined,
): Judgement | undefined => {
  if (!isStuck(pod, context)) return undefined;
  const { events } = context.graph.snapshot;
  if (event === undefined) {
    const reason = isKnown(events, pod.meta.namespace)
      ? text('Its pod hangs, but no event says that the network is the cause')
      : whyUnknown('events', events);
    return unclear(vm.id, reason);
  }
  const decoded = decodeWith(POD_MESSAGES, event.message);
  const values = { vm: vm.key, node: pod.node, message: event.message };
  return fault({
    severity: 'error',
    subject: vm.id,
    related: [
      entityId('pod', metaKey(pod.meta)),
      entityId('node', pod.node),
      ...vm.vnics.map((vnic) => vnic.id),
      ...vm.vnics.flatMap(({ nadKey }) => (nadKey === undefined ? [] : [entityId('nad', nadKey)])),
    ],
    message: text('The pod of {{vm}} hangs in ContainerCreating on {{node}}: {{message}}', values),
    quote: { placeholder: 'message', raw: event.message },
    symptom: text('The VM stays in Starting.'),
    fix: decoded?.fix ?? text('Mend what the message names; the pod tries again by itself.'),
  });
};

export const VM_012: Rule = {
  id,
  title: text('Launcher pod is stuck in ContainerCreating'),
  severity: 'error',
  tier: 'E',
  reads: ['pods', 'vmis'],
  consults: ['events', 'vms'],
  source: 'multus, ovn-kubernetes pkg/cni and CNI plugin error texts',
  check: (context) => {
    const events = failures(context.graph);
    return judgeEach(context, id, VMS, (vm) => {
      const pod = launcherPodOf(context.graph, vm);
      if (pod === undefined) return undefined;
      return judgeVm(context, vm, pod, events.get(metaKey(pod.meta)));
    });
  },
};
