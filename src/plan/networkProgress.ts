/**
 * Has a network come, or gone: NADs, ClusterUserDefinedNetworks, UserDefinedNetworks, and Linux
 * bridges as the scheduler sees them. Domain reference B.11, A.6.
 */
import type { Condition } from '../cluster/condition';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { isKnown, whyUnknown } from '../network/evidence';
import type { NetworkGraph } from '../network/networkGraph';
import type { Wait } from './model';
import { bridgeResource } from './objectBodies';
import type { WaitProgress } from './progress';

const DONE: WaitProgress = { state: 'done', nodes: [] };

const failed = (detail: Text): WaitProgress => ({ state: 'failed', detail, nodes: [] });

const pending = (detail: Text): WaitProgress => ({ state: 'pending', detail, nodes: [] });

/** The NAD is there and, where it is OVN-Kubernetes's, has been given its network id. */
export const nadProgress = (graph: NetworkGraph, key: string): WaitProgress => {
  const nad = graph.snapshot.nads.items.get(key);
  if (nad === undefined) return pending(text('Waiting for NAD {{nad}} to appear.', { nad: key }));
  const { config } = nad;
  const ovn =
    (config.form === 'conf' || config.form === 'conflist') && config.plugin.family === 'ovn';
  if (!ovn || nad.ovnNetworkId !== undefined) return DONE;
  return pending(text('Waiting for OVN-Kubernetes to accept NAD {{nad}}.', { nad: key }));
};

export const nadGoneProgress = (graph: NetworkGraph, key: string): WaitProgress =>
  graph.snapshot.nads.items.has(key)
    ? pending(text('Waiting for NAD {{nad}} to go.', { nad: key }))
    : DONE;

/** Nodes that are not ready are left out: they offer nothing and get the bridge when they return. */
export const bridgeProgress = (
  graph: NetworkGraph,
  nad: string,
  bridge: string,
  nodes: readonly string[],
): WaitProgress => {
  if (!graph.snapshot.nads.items.has(nad)) return nadProgress(graph, nad);
  const resource = bridgeResource(bridge);
  const missing = nodes.filter((name) => {
    const record = graph.nodes.get(name)?.record;
    return record?.ready === true && (record.allocatable[resource] ?? 0) <= 0;
  });
  if (missing.length === 0) return DONE;
  return pending(
    text('Waiting for {{nodes}} to offer bridge {{bridge}} to the scheduler.', {
      nodes: missing.join(', '),
      bridge,
    }),
  );
};

const createdProgress = (
  name: string,
  conditions: readonly Condition[] | undefined,
): WaitProgress => {
  const created = conditions?.find(({ type }) => type === 'NetworkCreated');
  if (created?.status === 'True') return DONE;
  if (created === undefined) {
    return pending(
      text('Waiting for OVN-Kubernetes to make network {{network}}.', { network: name }),
    );
  }
  return pending(
    text('OVN-Kubernetes cannot make network {{network}} yet: {{message}}', {
      network: name,
      message: created.message,
    }),
  );
};

export const cudnProgress = (graph: NetworkGraph, name: string): WaitProgress =>
  createdProgress(name, graph.snapshot.cudns.items.get(name)?.conditions);

export const udnProgress = (graph: NetworkGraph, key: string): WaitProgress =>
  createdProgress(key, graph.snapshot.udns.items.get(key)?.conditions);

const leavingProgress = (
  name: string,
  object: { readonly conditions: readonly Condition[] } | undefined,
): WaitProgress => {
  if (object === undefined) return DONE;
  const created = object.conditions.find(({ type }) => type === 'NetworkCreated');
  return created?.status === 'False' && created.message !== ''
    ? pending(
        text('Network {{network}} waits to be released: {{message}}', {
          network: name,
          message: created.message,
        }),
      )
    : pending(text('Waiting for network {{network}} to go.', { network: name }));
};

export const cudnGoneProgress = (graph: NetworkGraph, name: string): WaitProgress =>
  leavingProgress(name, graph.snapshot.cudns.items.get(name));

export const udnGoneProgress = (graph: NetworkGraph, key: string): WaitProgress =>
  leavingProgress(key, graph.snapshot.udns.items.get(key));

/**
 * VM NICs that the templates or the running instances have on the network; they fail at once. So does
 * not seeing all of them: whoever took the job over may see less than the one who planned it.
 */
export const unusedProgress = (
  graph: NetworkGraph,
  { network, nads }: Wait & { readonly type: 'networkUnused' },
): WaitProgress => {
  const users = new Set([
    ...graph.vnicsOfNetwork(network),
    ...nads.flatMap((nad) => graph.vnicsOfNad(nad)),
  ]);
  const [first] = users;
  if (first !== undefined) {
    return failed(
      text(
        '{{total}} VM NICs still use it, among them {{nic}} of VM {{vm}}. Move them, and restart VMs that could not migrate; then retry.',
        { total: users.size, nic: first.name, vm: `${first.namespace}/${first.vmName}` },
      ),
    );
  }
  const { snapshot } = graph;
  const unseen = USERS.find((kind) => !isKnown(snapshot[kind]));
  return unseen === undefined ? DONE : failed(whyUnknown(unseen, snapshot[unseen]));
};

/** What shows who uses a network. */
const USERS = ['vms', 'vmis', 'nads'] as const;
