/**
 * A policy reaches further: nodes that lack a localnet get it from the one policy that maps it, by a
 * nodeSelector that matches them, too. Only where nothing speaks against it on any node that is added:
 * its state is known, it has every interface the policy builds on, none of them carries the node's own
 * traffic or belongs to another bridge (C.7, PRE-004, PRE-006; C.3, NNCP-011). Why nodes: B.5,
 * OVN-Kubernetes tells the scheduler nothing, so each node a VM may land on needs the mapping.
 */
import { CUDN_NETWORK_PREFIX } from '../../cluster/networkNameOf';
import { BR_EX } from '../../cluster/ovnNames';
import type { KubeObject } from '../../cluster/kubeObject';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { recordOf } from '../../cluster/json';
import type { NetworkGraph, NetworkView, NodeView } from '../../network/networkGraph';
import { text } from '../../cluster/text';
import { isWanted } from '../../network/policyIntent';
import type { ObjectRef, PatchOperation } from '../model';
import { nodesOfSelector } from '../nodeChoices';
import { policyGuards } from '../policyGuards';
import type { Fix, FixContext } from './fix';
import { policyApplied, policyTarget } from './policyFix';

type Selector = Readonly<Record<string, string>>;

const WORKERS: Selector = { 'node-role.kubernetes.io/worker': '' };

/** The localnet network of a NAD or CUDN. */
const localnetOf = ({ graph, subject }: FixContext): NetworkView | undefined => {
  const [kind, ...rest] = subject.split('/');
  const key = rest.join('/');
  const network =
    kind === 'cudn' ? graph.networks.get(`${CUDN_NETWORK_PREFIX}${key}`) : graph.networkOfNad(key);
  return network?.topology === 'localnet' ? network : undefined;
};

/** The only policy that maps the localnet; undefined where several do, or none. */
const mapperOf = (graph: NetworkGraph, localnet: string): PolicyRecord | undefined => {
  const mappers = [...graph.snapshot.policies.items.values()].filter(({ desired }) =>
    desired.mappings.some((entry) => entry.localnet === localnet && entry.state === 'present'),
  );
  return mappers.length === 1 ? mappers[0] : undefined;
};

/** Nodes that VMs of the network run on or may be scheduled to. */
const vmNodes = (graph: NetworkGraph, { name }: NetworkView): ReadonlySet<string> => {
  const nodes = new Set<string>();
  const vms = new Set(
    graph.vnicsOfNetwork(name).map(({ namespace, vmName }) => `${namespace}/${vmName}`),
  );
  for (const key of vms) {
    for (const node of graph.vms.get(key)?.nodes ?? []) nodes.add(node);
    for (const node of graph.eligibleNodes(key) ?? []) nodes.add(node);
  }
  return nodes;
};

const lacking = (graph: NetworkGraph, network: NetworkView): readonly NodeView[] =>
  [...vmNodes(graph, network)].flatMap((name) => {
    const node = graph.nodes.get(name);
    return node?.mappings?.has(network.physicalName) === false ? [node] : [];
  });

/** Its pairs that all these nodes have; undefined where none is left. */
const commonPairs = (selector: Selector, nodes: readonly NodeView[]): Selector | undefined => {
  const common = Object.entries(selector).filter(([key, value]) =>
    nodes.every(({ record }) => record?.meta.labels[key] === value),
  );
  return common.length === 0 ? undefined : Object.fromEntries(common);
};

/** What the policy builds on and does not make itself. */
const neededInterfaces = ({ desired }: PolicyRecord): ReadonlySet<string> => {
  const made = new Set(
    desired.interfaces.filter(({ type }) => type !== 'ethernet').map(({ name }) => name),
  );
  const named = desired.interfaces
    .filter(isWanted)
    .flatMap(({ name, bond, bridge, vlan }) => [
      name,
      ...(bond?.members ?? []),
      ...(vlan === undefined ? [] : [vlan.base]),
      ...(bridge?.ports ?? []).flatMap((port) => port.bond?.members ?? [port.name]),
    ]);
  const bridges = desired.mappings.map(({ bridge }) => bridge);
  return new Set([...named, ...bridges].filter((name) => !made.has(name)));
};

const isHarmless = (policy: PolicyRecord, spec: KubeObject, added: readonly NodeView[]): boolean =>
  policyGuards(spec, added).length === 0 &&
  [...neededInterfaces(policy)].every((name) =>
    added.every((node) => name === BR_EX || node.byName.has(name)),
  );

/** The policy that maps the localnet of the subject. */
const mapperTarget = (context: FixContext): ObjectRef | undefined => {
  const network = localnetOf(context);
  const mapper = network && mapperOf(context.graph, network.physicalName);
  return mapper && policyTarget({ graph: context.graph, subject: `policy/${mapper.meta.name}` });
};

/** The widened nodeSelector; nothing where no selector is found that is safe. */
const widenSelector = (object: KubeObject, context: FixContext): readonly PatchOperation[] => {
  const { graph } = context;
  const network = localnetOf(context);
  const policy = network && mapperOf(graph, network.physicalName);
  if (network === undefined || policy === undefined) return [];
  const wanted = lacking(graph, network);
  const reached = new Set(graph.nodesOfPolicy(policy.meta.name));
  // What it reaches already and has not got is another fault.
  if (wanted.length === 0 || wanted.some((node) => reached.has(node))) return [];
  const spec = recordOf(object.spec);
  const all = [...reached, ...wanted];
  const selector = commonPairs(policy.nodeSelector, all) ?? commonPairs(WORKERS, all);
  if (selector === undefined) return [];
  const added = nodesOfSelector(graph, selector).filter((node) => !reached.has(node));
  return isHarmless(policy, spec, added)
    ? [{ op: 'replace', path: '/spec/nodeSelector', value: selector }]
    : [];
};

/** The fix of a rule whose findings name nodes that lack a localnet. */
export const widerSelectorFix = (rule: string): Fix => ({
  rule,
  purpose: text('Let the policy that maps the localnet select the nodes that lack it, too'),
  targetOf: mapperTarget,
  operations: widenSelector,
  waitFor: policyApplied,
});
