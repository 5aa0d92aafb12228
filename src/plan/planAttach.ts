/**
 * Intent + graph -> ordered steps: NNCP, then NADs, then VMs, each with what to wait for and how
 * it is taken back (domain reference D.0 "write order", B.7, B.11). Least change: what exists and
 * fits is reused. `checkAttachIntent` says whether the plan may run; this function assumes that
 * nothing it returned blocks.
 */
import { asArray, parseJson, recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NadRecord } from '../cluster/nadRecord';
import type { NetworkGraph, NodeView } from '../network/networkGraph';
import type { AttachIntent, VmChoice } from './attachIntent';
import {
  bridgeDesiredState,
  bridgeRemoval,
  localnetConfig,
  mappingDesiredState,
  mappingRemoval,
  nadBody,
  policyBody,
} from './bodies';
import type { BridgePlan } from './bodies';
import { stepId } from './model';
import type { ObjectRef, Plan, Step } from './model';
import { applyOperations } from './applyOperations';
import { nicBefore } from './nicBefore';
import { freeName, toObjectName } from './names';
import { bridgeChoice } from './bridgeChoices';
import { nodesOfSelector } from './nodeChoices';
import { planUplink } from './uplinkPlan';
import type { UplinkPlan } from './uplinkPlan';
import { addNicPatch } from './vmPatch';

/** Seconds a step may take before the job says that it is late (D.8). */
export const WAIT_SECONDS = { policy: 600, nad: 30, nic: 300 } as const;

/** VMs as the API serves them, by `namespace/name`: patches are built on what is really there. */
export type VmObjects = ReadonlyMap<string, KubeObject>;

export const planAttach = (graph: NetworkGraph, intent: AttachIntent, vms: VmObjects): Plan => {
  const nodes = nodesOfSelector(graph, intent.nodeSelector);
  const uplink = planUplink(graph, nodes, intent);
  const policy = policyStep(graph, intent, nodes, uplink);
  const nads = planNads(graph, intent, nodes, uplink);
  const vmSteps = intent.vms.flatMap((vm) => vmStep(graph, intent, vm, vms));
  return {
    jobId: intent.jobId,
    steps: [...(policy === undefined ? [] : [policy]), ...nads.steps, ...vmSteps],
    reused: [...reusedUplink(uplink), ...nads.reused],
  };
};

const reusedUplink = (uplink: UplinkPlan): readonly Text[] =>
  uplink.type === 'reuse'
    ? [
        text('Localnet {{localnet}} is already mapped to {{bridge}} on every chosen node.', {
          localnet: uplink.localnet,
          bridge: uplink.bridge,
        }),
      ]
    : [];

const policyStep = (
  graph: NetworkGraph,
  intent: AttachIntent,
  nodes: readonly NodeView[],
  uplink: UplinkPlan,
): Step | undefined => {
  if (uplink.type === 'reuse') return undefined;
  const taken = new Set(graph.snapshot.policies.items.keys());
  const wanted =
    uplink.type === 'build' ? toObjectName(uplink.bridge) : `map-${toObjectName(uplink.localnet)}`;
  const name = freeName(wanted, taken);
  const ref: ObjectRef = {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    namespace: '',
    name,
  };
  const documents =
    uplink.type === 'build' ? buildDocuments(intent, nodes, uplink) : mapDocuments(uplink);
  return {
    id: stepId(ref),
    ref,
    purpose: documents.purpose,
    write: {
      type: 'create',
      body: policyBody({
        name,
        jobId: intent.jobId,
        nodeSelector: intent.nodeSelector,
        desiredState: documents.desired,
        ...(uplink.type === 'build' ? { maxUnavailable: 1 } : {}),
      }),
    },
    wait: { type: 'policyApplied', policy: name, timeoutSeconds: WAIT_SECONDS.policy },
    inverse: {
      type: 'unconfigure',
      ref,
      desiredState: documents.removal,
      wait: { type: 'policyApplied', policy: name, timeoutSeconds: WAIT_SECONDS.policy },
    },
    nodes: nodes.map((node) => node.name),
  };
};

interface PolicyDocuments {
  readonly purpose: Text;
  readonly desired: KubeObject;
  readonly removal: KubeObject;
}

const mapDocuments = (uplink: UplinkPlan): PolicyDocuments => ({
  purpose: text('Maps localnet {{localnet}} to bridge {{bridge}}; no interface is changed.', {
    localnet: uplink.localnet,
    bridge: uplink.bridge,
  }),
  desired: mappingDesiredState(uplink.localnet, uplink.bridge),
  removal: mappingRemoval(uplink.localnet),
});

const buildDocuments = (
  intent: AttachIntent,
  nodes: readonly NodeView[],
  uplink: UplinkPlan & { readonly type: 'build' },
): PolicyDocuments => {
  const bridge: BridgePlan = {
    bridge: uplink.bridge,
    nic: uplink.nic,
    localnet: uplink.localnet,
    ...(intent.mtu === undefined ? {} : { mtu: intent.mtu }),
  };
  return {
    purpose: text(
      'Makes the OVS bridge {{bridge}} with uplink {{nic}} and maps localnet {{localnet}} to it, one node at a time.',
      { bridge: uplink.bridge, nic: uplink.nic, localnet: uplink.localnet },
    ),
    desired: bridgeDesiredState(bridge),
    removal: bridgeRemoval(bridge, nicBefore(nodes, uplink.nic)),
  };
};

/** MTU of a new network, in bytes: as asked, else the smallest uplink MTU, else 1500. */
const networkMtu = (
  intent: AttachIntent,
  nodes: readonly NodeView[],
  uplink: UplinkPlan,
): number => {
  if (intent.mtu !== undefined) return intent.mtu;
  if (uplink.type === 'build') {
    const mtus = nodes.flatMap((node) => node.nics.get(uplink.nic)?.mtu ?? []);
    return mtus.length === 0 ? 1500 : Math.min(...mtus);
  }
  return bridgeChoice(uplink.bridge, nodes).mtu ?? 1500;
};

const planNads = (
  graph: NetworkGraph,
  intent: AttachIntent,
  nodes: readonly NodeView[],
  uplink: UplinkPlan,
): { readonly steps: readonly Step[]; readonly reused: readonly Text[] } => {
  const existing = graph.networks.get(intent.networkName)?.nads ?? [];
  const sample = existing.find((nad) => nad.ovnNetworkId !== undefined) ?? existing[0];
  const steps: Step[] = [];
  const reused: Text[] = [];
  for (const namespace of [...new Set(intent.projects)].sort()) {
    const key = `${namespace}/${intent.networkName}`;
    if (graph.snapshot.nads.items.has(key)) {
      reused.push(text('NAD {{nad}} exists and is used as it is.', { nad: key }));
      continue;
    }
    const config =
      sample === undefined
        ? localnetConfig({
            namespace,
            name: intent.networkName,
            jobId: intent.jobId,
            networkName: intent.networkName,
            physicalName: uplink.localnet,
            mtu: networkMtu(intent, nodes, uplink),
            ...(intent.vlan === undefined ? {} : { vlan: intent.vlan }),
          })
        : copiedConfig(sample, key);
    steps.push(nadStep(intent, namespace, config));
  }
  return { steps, reused };
};

/**
 * NADs that share a network name must be alike in everything but their own name, or
 * OVN-Kubernetes refuses the later one (NAD-008): copy what is accepted.
 */
const copiedConfig = (sample: NadRecord, key: string): KubeObject => {
  const config = recordOf(parseJson(sample.rawConfig));
  const [plugin] = asArray(config.plugins);
  // In a list the name of the NAD stands in the plugin, which OVN-Kubernetes allows only one of.
  return typeof config.type === 'string' || plugin === undefined
    ? { ...config, netAttachDefName: key }
    : { ...config, plugins: [{ ...recordOf(plugin), netAttachDefName: key }] };
};

const nadStep = (intent: AttachIntent, namespace: string, config: KubeObject): Step => {
  const ref: ObjectRef = {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    namespace,
    name: intent.networkName,
  };
  return {
    id: stepId(ref),
    ref,
    purpose: nadPurpose(intent, namespace),
    write: { type: 'create', body: nadBody(namespace, intent.networkName, intent.jobId, config) },
    wait: {
      type: 'nadAccepted',
      nad: `${namespace}/${intent.networkName}`,
      timeoutSeconds: WAIT_SECONDS.nad,
    },
    inverse: { type: 'delete', ref },
    nodes: [],
  };
};

const nadPurpose = (intent: AttachIntent, namespace: string): Text => {
  const where = { network: intent.networkName, project: namespace };
  if (intent.vlan === undefined) {
    return text('Offers network {{network}}, untagged, to the VMs of project {{project}}.', where);
  }
  return text('Offers network {{network}}, VLAN {{vlan}}, to the VMs of project {{project}}.', {
    ...where,
    vlan: intent.vlan,
  });
};

const vmStep = (
  graph: NetworkGraph,
  intent: AttachIntent,
  choice: VmChoice,
  vms: VmObjects,
): readonly Step[] => {
  const key = `${choice.namespace}/${choice.name}`;
  const object = vms.get(key);
  if (object === undefined) return [];
  const view = graph.vms.get(key);
  const taken = new Set((view?.vnics ?? []).map((vnic) => vnic.name));
  const nic = freeName(intent.networkName, taken);
  const local =
    intent.projects.includes(choice.namespace) ||
    graph.snapshot.nads.items.has(`${choice.namespace}/${intent.networkName}`);
  const networkName = local ? intent.networkName : `default/${intent.networkName}`;
  const operations = addNicPatch(object, { name: nic, networkName }, podBinding(graph, choice));
  const ref: ObjectRef = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', ...choice };
  return [
    {
      id: stepId(ref),
      ref,
      purpose: text('Adds NIC {{nic}} on network {{network}} to VM {{vm}}.', {
        nic,
        network: networkName,
        vm: key,
      }),
      write: {
        type: 'patch',
        operations,
        before: object,
        after: applyOperations(object, operations),
      },
      wait: { type: 'nicAttached', vm: key, nic, timeoutSeconds: WAIT_SECONDS.nic },
      inverse: {
        type: 'detachNic',
        ref,
        nic,
        wait: { type: 'nicDetached', vm: key, nic, timeoutSeconds: WAIT_SECONDS.nic },
      },
      nodes: [],
    },
  ];
};

/** Label a namespace must have been created with for a primary user-defined network (A.5). */
const PRIMARY_LABEL = 'k8s.ovn.org/primary-user-defined-network';

const podBinding = (graph: NetworkGraph, vm: VmChoice): 'masquerade' | 'l2bridge' | undefined => {
  const record = graph.vms.get(`${vm.namespace}/${vm.name}`)?.vm;
  if (record?.networking.autoattachPodInterface === false) return undefined;
  const labels = graph.snapshot.namespaces.items.get(vm.namespace)?.meta.labels ?? {};
  return PRIMARY_LABEL in labels ? 'l2bridge' : 'masquerade';
};
