/** VM-001: the NAD that a VM NIC names does not exist. There is no fallback to `default`. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { isKnown, whyUnknown } from '../../network/evidence';
import type { MissingNad } from '../facts/missingNad';
import { isNadAbsent, missingNad } from '../facts/missingNad';
import { perGraph } from '../facts/perGraph';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Wide } from '../itemAnswers';
import { judgeNics } from '../judgeNics';
import type { Rule } from '../model';
import { nearestName } from '../nearestName';
import { isLeaving, nadName, nadNamespace, vmIdOfVnic, vnicLabel } from '../vmFacts';

const id = 'VM-001';

const namesByNamespace = perGraph(
  (graph): ReadonlyMap<string, readonly string[]> => {
    const names = new Map<string, string[]>();
    for (const { meta } of graph.snapshot.nads.items.values()) {
      const known = names.get(meta.namespace);
      if (known === undefined) names.set(meta.namespace, [meta.name]);
      else known.push(meta.name);
    }
    return names;
  },
  { of: ['nads'] },
);

const fixOf = (graph: NetworkGraph, { nadKey }: MissingNad): Text => {
  const name = nadName(nadKey);
  if (graph.snapshot.nads.items.has(`default/${name}`)) {
    return text('There is one in default: write networkName "default/{{name}}".', { name });
  }
  const namespace = nadNamespace(nadKey);
  const near = nearestName(name, namesByNamespace(graph).get(namespace) ?? []);
  return near === undefined
    ? text('Create the NAD {{nad}}, or correct networkName in the VM.', { nad: nadKey })
    : text('Did you mean {{near}}? Correct networkName, or create the NAD {{nad}}.', {
        near: `${namespace}/${near}`,
        nad: nadKey,
      });
};

/** A NIC whose NAD is not listed, and could not be if it were there. */
const judgeUnseen = (graph: NetworkGraph, vnic: VnicView): Judgement | undefined => {
  const { nadKey } = vnic;
  const { nads } = graph.snapshot;
  if (nadKey === undefined || nads.items.has(nadKey) || isLeaving(vnic)) return undefined;
  if (isNadAbsent(graph, vnic, nadKey)) return undefined;
  const reason = isKnown(nads, nadNamespace(nadKey))
    ? text('Nothing of namespace {{namespace}} could be read', {
        namespace: nadNamespace(nadKey),
      })
    : whyUnknown('nads', nads);
  return unclear(vnic.id, reason);
};

const judgeMissing = (graph: NetworkGraph, missing: MissingNad): Judgement | undefined => {
  const { vnic, nadKey, unselected } = missing;
  if (unselected !== undefined) return undefined;
  const cudn = graph.snapshot.cudns.items.get(nadName(nadKey));
  return fault({
    severity: 'error',
    subject: vnic.id,
    related: [
      entityId('nad', nadKey),
      vmIdOfVnic(vnic),
      ...(cudn === undefined ? [] : [entityId('cudn', cudn.meta.name)]),
    ],
    message: text('{{vnic}} names the NAD {{nad}}, which does not exist.', {
      vnic: vnicLabel(vnic),
      nad: nadKey,
    }),
    symptom: text('The VM does not start: "failed to locate network attachment definition".'),
    fix: fixOf(graph, missing),
  });
};

/** Whether a NAD may be unseen, and which name is near, hangs on all NADs. */
const isAboutNads: Wide = (_change, kind) => kind === 'nads';

export const VM_001: Rule = {
  id,
  title: text('NAD does not exist'),
  severity: 'error',
  tier: 'S',
  reads: ['nads', 'vms'],
  consults: ['vmis', 'cudns', 'namespaces'],
  source: 'kubevirt pkg/network/multus/nad.go',
  check: (context) => {
    const { graph } = context;
    return judgeNics(
      context,
      id,
      (vnic) => {
        const missing = missingNad(graph, vnic);
        return missing === undefined ? judgeUnseen(graph, vnic) : judgeMissing(graph, missing);
      },
      isAboutNads,
    );
  },
};
