/**
 * NAD-014: OVN-Kubernetes writes its network id on every NAD it accepts; a NAD without one, or
 * with an InvalidConfig event since its last change, was refused.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import type { EventRecord } from '../../cluster/clusterRecords';
import { text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { decodeWith } from '../decoders/decodeWith';
import { POD_MESSAGES } from '../decoders/podMessages';
import { changesAttachments } from '../facts/changesWires';
import { fault, judge, unclear } from '../finding';
import type { Rule, RuleResult } from '../model';
import { hasPassed } from '../ruleRun';
import { nadId, nadKey, nadLabel, nadRelated, nadSubject, nadsForOvn } from '../nadFacts';

const id = 'NAD-014';
const GRACE_MS = 30_000;

const refusals = (graph: NetworkGraph): Map<string, EventRecord> => {
  const newest = new Map<string, EventRecord>();
  for (const event of graph.snapshot.events.items.values()) {
    if (event.reason !== 'InvalidConfig' || event.type === 'Normal') continue;
    if (event.involved.kind !== 'NetworkAttachmentDefinition') continue;
    const key = `${event.involved.namespace}/${event.involved.name}`;
    if ((event.at ?? 0) >= (newest.get(key)?.at ?? 0)) newest.set(key, event);
  }
  return newest;
};

const lastUpdate = (nad: NadRecord): number => nad.meta.specChangedAt ?? nad.meta.createdAt ?? 0;

export const NAD_014: Rule = {
  id,
  title: text('NAD was not accepted by OVN-Kubernetes'),
  severity: 'error',
  tier: 'E',
  reads: ['nads'],
  consults: ['events', 'vms', 'vmis'],
  heeds: { vms: changesAttachments, vmis: changesAttachments },
  source: 'ovn-kubernetes go-controller/pkg/networkmanager/nad_controller.go',
  check: (context): RuleResult => {
    const { graph } = context;
    const nads = nadsForOvn(graph);
    const events = refusals(graph);
    const annotates = nads.some((nad) => nad.ovnNetworkId !== undefined);
    return judge(id, nads, (nad) => {
      const event = events.get(nadKey(nad));
      const isRefused = event !== undefined && (event.at ?? 0) > lastUpdate(nad);
      if (!isRefused && nad.ovnNetworkId !== undefined) return undefined;
      if (!isRefused && !annotates) {
        const reason = text(
          'No NAD of this cluster carries k8s.ovn.org/network-id: the release may be too old to write it',
        );
        return unclear(nadId(nad), reason);
      }
      if (!isRefused && !hasPassed(context, lastUpdate(nad) + GRACE_MS - 1)) {
        return unclear(nadId(nad), text('Settling: the NAD changed less than 30 seconds ago'));
      }
      const label = nadLabel(nad);
      return fault({
        severity: 'error',
        subject: nadSubject(nad),
        related: nadRelated(graph, nad),
        message: isRefused
          ? text('OVN-Kubernetes refused {{nad}}: {{message}}', {
              nad: label,
              message: event.message,
            })
          : text('OVN-Kubernetes has not accepted {{nad}}: it has no network id.', { nad: label }),
        ...(isRefused ? { quote: { placeholder: 'message', raw: event.message } } : {}),
        symptom: text('VMs on it hang in ContainerCreating: "timed out waiting for annotations".'),
        fix:
          (isRefused ? decodeWith(POD_MESSAGES, event.message)?.fix : undefined) ??
          text('Read the events of the NAD and correct its configuration.'),
      });
    });
  },
};
