/**
 * NODE-008: bridges and mappings that no policy of the node names. Deleting a policy undoes
 * nothing, so these are mostly leftovers. What OVN-Kubernetes, a CNI or a container engine makes
 * is left out.
 */
import { BR_EX, BR_INT, PHYSNET } from '../../cluster/ovnNames';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { BridgeView, NodeView } from '../../network/networkGraph';
import { judgeNodes } from '../facts/judgeNodes';
import { intentOn } from '../../network/policyIntent';
import { fault, unclear } from '../finding';
import type { Fault, Judgement } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-008';

const ENGINE_BRIDGE = /^(cni|docker|virbr|podman|cni-podman|flannel|kube-|lxc|lxdbr)/;

/** A Linux bridge without uplink is what the bridge CNI makes when it finds none. */
const isForeign = (bridge: BridgeView): boolean =>
  bridge.name === BR_EX ||
  bridge.name === BR_INT ||
  ENGINE_BRIDGE.test(bridge.name) ||
  (!bridge.ovs && bridge.uplinks.length === 0);

interface Named {
  readonly interfaces: ReadonlySet<string>;
  readonly localnets: ReadonlySet<string>;
}

/** Everything that policies of the node name; undefined when a capture is not rendered. */
const namedOn = (node: NodeView): Named | undefined => {
  const interfaces = new Set<string>();
  const localnets = new Set<string>();
  for (const policy of node.policies) {
    const intent = intentOn(policy, node);
    if (intent === undefined) return undefined;
    for (const entry of intent.interfaces) interfaces.add(entry.name);
    for (const mapping of intent.mappings) localnets.add(mapping.localnet);
  }
  return { interfaces, localnets };
};

const orphan = (node: NodeView, subject: string, message: Text): Fault =>
  fault({
    severity: 'info',
    subject,
    related: [entityId('node', node.name)],
    message,
    symptom: text('Mostly the leftover of a deleted policy.'),
    fix: text('Describe it in a policy to keep it, or remove it by a policy with state: absent.'),
  });

const judgeNode = (node: NodeView): readonly Judgement[] => {
  const named = namedOn(node);
  if (named === undefined) {
    const reason = text('A policy on {{node}} uses captures that are not rendered.', {
      node: node.name,
    });
    return [unclear(entityId('node', node.name), reason)];
  }
  const bridges = [...node.bridges.values()]
    .filter((bridge) => !isForeign(bridge) && !named.interfaces.has(bridge.name))
    .map(({ name }) => {
      const values = { name, node: node.name };
      const message = text('No policy names bridge {{name}} on {{node}}.', values);
      return orphan(node, entityId('bridge', node.name, name), message);
    });
  const mappings = [...(node.mappings?.keys() ?? [])]
    .filter((name) => name !== PHYSNET && !named.localnets.has(name))
    .map((name) => {
      const values = { name, node: node.name };
      const message = text('No policy names the mapping of localnet {{name}} on {{node}}.', values);
      return orphan(node, entityId('mapping', node.name, name), message);
    });
  return [...bridges, ...mappings];
};

export const NODE_008: Rule = {
  id,
  title: text('Configuration that nobody owns'),
  severity: 'info',
  tier: 'N',
  reads: ['nodeStates', 'policies'],
  consults: ['nodes', 'enactments', 'vms', 'vmis'],
  source: 'kubernetes-nmstate docs/content/user-guide/102-configuration.md',
  check: (context) => judgeNodes(id, context, judgeNode),
};
