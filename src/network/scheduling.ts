/**
 * On which nodes a VM may run: ready and schedulable nodes that KubeVirt marked, narrowed by the
 * VM's nodeSelector, required node affinity, tolerations and architecture. Resources are left
 * out on purpose. Source: domain reference B.5; Kubernetes scheduling semantics.
 */
import { nodeSelectorMatches, requirementMatches } from '../cluster/labelSelectorMatches';
import type { NodeRecord, Taint } from '../cluster/nodeRecord';
import type { Placement } from '../cluster/vmRecord';
import type { NodeView, VmView } from './networkGraph';

const REPELLING_EFFECTS = new Set(['NoSchedule', 'NoExecute']);

type AffinityTerm = Placement['affinityTerms'][number];

const termMatches = (term: AffinityTerm, record: NodeRecord): boolean => {
  // An empty term matches no node: the API says so.
  if (term.expressions.length === 0 && term.fields.length === 0) return false;
  return (
    term.expressions.every((r) => requirementMatches(r, record.meta.labels[r.key])) &&
    term.fields.every((r) =>
      requirementMatches(r, r.key === 'metadata.name' ? record.meta.name : undefined),
    )
  );
};

const tolerates = (placement: Placement, taint: Taint): boolean =>
  placement.tolerations.some((toleration) => {
    if (toleration.effect !== '' && toleration.effect !== taint.effect) return false;
    if (toleration.key === '') return toleration.operator === 'Exists';
    if (toleration.key !== taint.key) return false;
    return toleration.operator === 'Exists' || toleration.value === taint.value;
  });

const fits = (placement: Placement, node: NodeView): boolean => {
  const record = node.record;
  if (record === undefined || !node.runsVms) return false;
  const labels = record.meta.labels;
  if (!nodeSelectorMatches(placement.nodeSelector, labels)) return false;
  if (placement.architecture !== '' && labels['kubernetes.io/arch'] !== undefined) {
    if (labels['kubernetes.io/arch'] !== placement.architecture) return false;
  }
  const terms = placement.affinityTerms;
  if (terms.length > 0 && !terms.some((term) => termMatches(term, record))) return false;
  return record.taints.every(
    (taint) => !REPELLING_EFFECTS.has(taint.effect) || tolerates(placement, taint),
  );
};

const UNRESTRICTED: Placement = {
  nodeSelector: {},
  affinityTerms: [],
  tolerations: [],
  architecture: '',
};

/** What decides where the VM runs: the instance's placement while it runs, else the template's. */
export const placementOf = (vm: VmView): Placement =>
  (vm.node === '' ? (vm.vm ?? vm.vmi) : (vm.vmi ?? vm.vm))?.placement ?? UNRESTRICTED;

const signatures = new WeakMap<Placement, string>();

/** Equal for VMs that may run on the same nodes; most VMs of a cluster share a handful. */
const signatureOf = (placement: Placement): string => {
  const known = signatures.get(placement);
  if (known !== undefined) return known;
  const { nodeSelector, affinityTerms, tolerations, architecture } = placement;
  const plain =
    affinityTerms.length === 0 &&
    tolerations.length === 0 &&
    Object.keys(nodeSelector).length === 0;
  const signature = plain
    ? architecture
    : JSON.stringify([
        Object.entries(nodeSelector).sort(),
        affinityTerms,
        tolerations,
        architecture,
      ]);
  signatures.set(placement, signature);
  return signature;
};

type Nodes = ReadonlyMap<string, NodeView>;

const answers = new WeakMap<Nodes, Map<string, readonly string[]>>();

/**
 * Names of the nodes the VM may run on, sorted as the nodes are. Remembered per set of nodes and
 * scheduling signature, so that 10,000 alike VMs cost one pass over the nodes.
 */
export const eligibleNodes = (nodes: Nodes, vm: VmView): readonly string[] => {
  let known = answers.get(nodes);
  if (known === undefined) {
    known = new Map();
    answers.set(nodes, known);
  }
  const placement = placementOf(vm);
  const signature = signatureOf(placement);
  const before = known.get(signature);
  if (before !== undefined) return before;
  const names: string[] = [];
  for (const node of nodes.values()) if (fits(placement, node)) names.push(node.name);
  known.set(signature, names);
  return names;
};
