/**
 * The state of the form "Attach a VM to a VLAN" as the fields hold it (texts, not numbers), its
 * defaults from the graph, and its translation into the planner's intent. Pure, so that every
 * rule of the form can be tested without a browser.
 */
import type { NetworkGraph } from '../../network/networkGraph';
import type { AttachIntent } from '../../plan/attachIntent';
import { bridgeChoices } from '../../plan/bridgeChoices';
import { nodeSelectorChoices, nodesOfSelector, selectorFromId } from '../../plan/nodeChoices';

export interface AttachForm {
  /** `key=value`, or '' for all nodes. */
  readonly selectorId: string;
  readonly uplinkType: 'existingBridge' | 'newBridge';
  readonly bridge: string;
  readonly newBridgeName: string;
  readonly nic: string;
  /** As typed; '' is untagged. */
  readonly vlan: string;
  readonly networkName: string;
  /** The user typed a name of his own: it no longer follows the VLAN. */
  readonly networkNameTyped: boolean;
  /** As typed; '' takes the uplink's. */
  readonly mtu: string;
  readonly projects: readonly string[];
  /** `namespace/name`. */
  readonly vms: readonly string[];
}

/** What a link may prefill: `?vm=ns/name&vlan=1926&bridge=br-vmdata`. */
export interface Prefill {
  readonly vm?: string;
  readonly vlan?: string;
  readonly bridge?: string;
}

export const initialForm = (graph: NetworkGraph, prefill: Prefill): AttachForm => {
  const [selector] = nodeSelectorChoices(graph);
  const selectorId = selector?.id ?? '';
  const vlan = prefill.vlan ?? '';
  const vms = prefill.vm !== undefined && graph.vms.has(prefill.vm) ? [prefill.vm] : [];
  return {
    selectorId,
    uplinkType: 'existingBridge',
    bridge: prefill.bridge ?? preferredBridge(graph, selectorId),
    newBridgeName: 'br-vms',
    nic: '',
    vlan,
    networkName: networkNameOf(vlan),
    networkNameTyped: false,
    mtu: '',
    projects: vms.flatMap((vm) => vm.split('/')[0] ?? []),
    vms,
  };
};

/** A bridge made for VMs before br-ex: it leaves the node's own traffic alone. */
const preferredBridge = (graph: NetworkGraph, selectorId: string): string => {
  const usable = bridgeChoices(nodesOfSelector(graph, selectorFromId(selectorId))).filter(
    (choice) => choice.obstacle === undefined,
  );
  return (usable.find((choice) => !choice.shared) ?? usable[0])?.name ?? '';
};

const networkNameOf = (vlan: string): string => (/^\d+$/.test(vlan) ? `vlan-${vlan}` : '');

/** One edit of the form, with what follows from it: name from VLAN, projects from VMs. */
export const editForm = (form: AttachForm, edit: Partial<AttachForm>): AttachForm => {
  const next = { ...form, ...edit };
  const named =
    edit.networkName !== undefined ? { ...next, networkNameTyped: edit.networkName !== '' } : next;
  const withName =
    edit.vlan !== undefined && !named.networkNameTyped
      ? { ...named, networkName: networkNameOf(named.vlan) }
      : named;
  if (edit.vms === undefined) return withName;
  const added = edit.vms.filter((vm) => !form.vms.includes(vm));
  const projects = new Set(withName.projects);
  if (!projects.has('default')) {
    for (const vm of added) projects.add(vm.split('/')[0] ?? '');
  }
  return { ...withName, projects: [...projects].sort() };
};

/** A number field as typed: empty is undefined, anything that is no whole number NaN. */
const numberOf = (typed: string): number | undefined => {
  const trimmed = typed.trim();
  if (trimmed === '') return undefined;
  return /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
};

export const intentOf = (form: AttachForm, jobId: string): AttachIntent => {
  const vlan = numberOf(form.vlan);
  const mtu = numberOf(form.mtu);
  return {
    jobId,
    flow: 'dedicatedNic',
    addressing: { type: 'outside' },
    nodeSelector: selectorFromId(form.selectorId),
    uplink:
      form.uplinkType === 'existingBridge'
        ? { type: 'existingBridge', bridge: form.bridge }
        : {
            type: 'newBridge',
            bridge: form.newBridgeName.trim(),
            nics: form.nic === '' ? [] : [form.nic],
          },
    networkName: form.networkName.trim(),
    projects: form.projects,
    vms: form.vms.map((vm) => {
      const split = vm.indexOf('/');
      return { namespace: vm.slice(0, split), name: vm.slice(split + 1) };
    }),
    ...(vlan === undefined ? {} : { vlan }),
    ...(mtu === undefined ? {} : { mtu }),
  };
};

/** Identifies a job in labels and in the journal: base-36 time and a random part. */
export const newJobId = (now: number, random: number): string =>
  `${now.toString(36)}-${Math.floor(random * 36 ** 4)
    .toString(36)
    .padStart(4, '0')}`;
