/**
 * NAD-025: a NAD or CUDN that nothing uses. Only pods of VMs are read, and other pods may use it
 * too, so without a full view of pods this stays unknown.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import { text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { isKnown } from '../../network/evidence';
import { fault, judge, unclear } from '../finding';
import type { Rule } from '../model';
import { nadId, nadKey, nadLabel, nadSubject } from '../nadFacts';
import { changesAttachments } from '../facts/changesWires';

const id = 'NAD-025';
const NETWORKS = 'k8s.v1.cni.cncf.io/networks';

/** NAD keys that pod annotations name, in either of the annotation's two forms. */
const keysInPods = (graph: NetworkGraph): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const { meta } of graph.snapshot.pods.items.values()) {
    for (const word of (meta.annotations[NETWORKS] ?? '').split(/[\s,[\]{}":]+/)) {
      if (word !== '')
        keys.add(
          word.includes('/')
            ? word.replace(/@.*$/, '')
            : `${meta.namespace}/${word.replace(/@.*$/, '')}`,
        );
    }
  }
  return keys;
};

/** Some NIC refers to the NAD; the first that does is enough. */
const isInVms = (graph: NetworkGraph, key: string): boolean =>
  graph
    .vmsOfNad(key)
    .some(({ vnics }) =>
      vnics.some(({ nadKey: wanted, instanceNadKey }) => wanted === key || instanceNadKey === key),
    );

const subjects = (graph: NetworkGraph): ReadonlyMap<string, readonly NadRecord[]> => {
  const groups = new Map<string, NadRecord[]>();
  for (const nad of graph.snapshot.nads.items.values()) {
    const subject = nadSubject(nad);
    const group = groups.get(subject);
    if (group === undefined) groups.set(subject, [nad]);
    else group.push(nad);
  }
  return groups;
};

export const NAD_025: Rule = {
  id,
  title: text('NAD or CUDN is not used'),
  severity: 'info',
  tier: 'R',
  reads: ['nads', 'vms', 'vmis'],
  consults: ['pods'],
  heeds: { vms: changesAttachments, vmis: changesAttachments },
  source: 'Kubernetes network plumbing group: pod annotation k8s.v1.cni.cncf.io/networks',
  check: ({ graph }) => {
    const inPods = keysInPods(graph);
    return judge(id, subjects(graph), ([subject, nads]) => {
      const first = nads[0];
      const isUsed = nads.some((nad) => isInVms(graph, nadKey(nad)) || inPods.has(nadKey(nad)));
      if (first === undefined || isUsed) return undefined;
      if (!isKnown(graph.snapshot.pods)) {
        return unclear(subject, text('No VM uses it; whether pods do is not known'));
      }
      return fault({
        severity: 'info',
        subject,
        related: nads.map(nadId),
        message: text('No VM and no pod that can be seen uses {{nad}}.', { nad: nadLabel(first) }),
        fix: text('Delete it if nothing else needs it.'),
      });
    });
  },
};
