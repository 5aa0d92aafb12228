/**
 * The part that a VM template and a VMI spec share: interfaces, networks and placement.
 * Source: kubevirt/api core/v1/schema.go; domain reference A.7.1, B.5.
 */
import { asArray, asBoolean, asRecord, asString, recordOf, stringMapOf, textOf } from './json';
import type { JsonRecord } from './json';
import { readRequirements } from './readLabelSelector';
import { resolveNad } from './resolveNad';
import { Shared, sharedName } from './shared';
import type { NetworkSource, NetworkSpec, NicSpec, Placement, VmNetworking } from './vmRecord';

/** Binding fields of an interface and the name we call them by. */
const BINDINGS: readonly (readonly [field: string, binding: string])[] = [
  ['bridge', 'bridge'],
  ['masquerade', 'masquerade'],
  ['sriov', 'sriov'],
  ['macvtap', 'macvtap'],
  ['slirp', 'slirp'],
  ['passt', 'passt'],
  ['passtBinding', 'passt'],
];

const coreBinding = (raw: JsonRecord): string => {
  for (const [field, binding] of BINDINGS) if (asRecord(raw[field]) !== undefined) return binding;
  return '';
};

const readNic = (raw: JsonRecord): NicSpec => {
  const plugin = asRecord(raw.binding);
  return {
    name: textOf(raw.name),
    binding: plugin === undefined ? coreBinding(raw) : textOf(plugin.name),
    bindingPlugin: plugin !== undefined,
    model: textOf(raw.model),
    mac: asString(raw.macAddress) || undefined,
    state: textOf(raw.state),
  };
};

const OTHER: NetworkSource = { type: 'other' };
const POD: NetworkSource = { type: 'pod' };

const readSource = (raw: JsonRecord, namespace: string): NetworkSource => {
  const multus = asRecord(raw.multus);
  if (multus !== undefined) {
    const networkName = textOf(multus.networkName);
    const nadKey = sharedName(resolveNad(namespace, networkName));
    return { type: 'multus', networkName, nadKey, isDefault: multus.default === true };
  }
  return asRecord(raw.pod) === undefined ? OTHER : POD;
};

const readNetwork = (raw: JsonRecord, namespace: string): NetworkSpec => ({
  name: textOf(raw.name),
  source: readSource(raw, namespace),
});

/** Takes a VMI spec (`spec` of a VMI, `spec.template.spec` of a VM) and the VM's namespace. */
export const readVmNetworking = (value: unknown, namespace: string): VmNetworking => {
  const spec = recordOf(value);
  const devices = recordOf(recordOf(spec.domain).devices);
  return {
    interfaces: asArray(devices.interfaces).map((item) => readNic(recordOf(item))),
    networks: asArray(spec.networks).map((item) => readNetwork(recordOf(item), namespace)),
    autoattachPodInterface: asBoolean(devices.autoattachPodInterface),
  };
};

const readTolerations = (value: unknown): Placement['tolerations'] =>
  asArray(value).map((item) => {
    const raw = recordOf(item);
    return {
      key: textOf(raw.key),
      operator: textOf(raw.operator),
      value: textOf(raw.value),
      effect: textOf(raw.effect),
    };
  });

const readAffinityTerms = (affinity: unknown): Placement['affinityTerms'] => {
  const nodeAffinity = recordOf(recordOf(affinity).nodeAffinity);
  const required = recordOf(nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution);
  return asArray(required.nodeSelectorTerms).map((item) => {
    const raw = recordOf(item);
    return {
      expressions: readRequirements(raw.matchExpressions),
      fields: readRequirements(raw.matchFields),
    };
  });
};

/** Most VMs may run anywhere: they share one placement per architecture. */
const unrestricted = new Shared((architecture): Placement => ({
  nodeSelector: {},
  affinityTerms: [],
  tolerations: [],
  architecture,
}));

/** Takes a VMI spec: `spec` of a VMI, `spec.template.spec` of a VM. */
export const readPlacement = (value: unknown): Placement => {
  const spec = recordOf(value);
  const architecture = textOf(spec.architecture);
  const nodeSelector = stringMapOf(spec.nodeSelector);
  const affinityTerms = readAffinityTerms(spec.affinity);
  const tolerations = readTolerations(spec.tolerations);
  const isRestricted =
    affinityTerms.length > 0 || tolerations.length > 0 || Object.keys(nodeSelector).length > 0;
  return isRestricted
    ? { nodeSelector, affinityTerms, tolerations, architecture }
    : unrestricted.of(architecture);
};
