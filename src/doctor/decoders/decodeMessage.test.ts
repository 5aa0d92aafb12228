/** Raw messages as controllers write them, and what people should be told. */
import { formatText } from '../../cluster/text';
import { decodeMessage } from './decodeMessage';
import { RULES } from '../rules';
import { NMSTATE_MESSAGES } from './nmstateMessages';
import { POD_MESSAGES } from './podMessages';

const sandbox = (text: string): string =>
  `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to create pod network sandbox k8s_virt-launcher-web_ns1: plugin type="multus-shim" name="multus-cni-network" failed (add): CmdAdd (shim): ${text}`;

const nmstate = (text: string): string =>
  `error reconciling NodeNetworkConfigurationPolicy on node worker-0 at desired state apply: "",\n failed to execute nmstatectl set --no-commit --timeout 480: 'exit status 1' '' '[2025-10-06T22:16:37Z INFO  nmstatectl] Nmstate version: 2.2.47\n${text}\n'`;

test.each([
  [
    sandbox(
      'failed bridge mapping validation: failed to find OVN bridge-mapping for network: "vlan-1924"',
    ),
    'NAD-005',
    'The node has no bridge mapping for "vlan-1924".',
  ],
  [
    sandbox(
      'failed to get pod annotation: timed out waiting for annotations: context deadline exceeded',
    ),
    'NAD-014',
    'OVN-Kubernetes did not set up the pod: the NAD was refused, or ovnkube is down.',
  ],
  [
    'cannot find a network-attachment-definition (lan) in namespace (ns1): network-attachment-definitions.k8s.cni.cncf.io "lan" not found',
    'VM-001',
    'There is no NAD lan in namespace ns1.',
  ],
  [
    'failed to render launch manifest: failed to locate network attachment definition demo-lab/vlan-1926',
    'VM-001',
    'There is no NAD demo-lab/vlan-1926.',
  ],
  [
    'namespace isolation enabled, annotation violates permission, pod is in namespace ns2 but refers to target namespace ns1',
    'VM-002',
    'A VM in ns2 may not use a NAD of ns1.',
  ],
  [
    sandbox('failed to create bridge "br-ex": "br-ex" already exists but is not a bridge'),
    'NAD-019',
    'br-ex is no Linux bridge on this node.',
  ],
  [
    'net-attach-def name (demo-win/vlan-1924) is inconsistent with config (default/vlan-1924)',
    'NAD-003',
    'The NAD demo-win/vlan-1924 says netAttachDefName default/vlan-1924.',
  ],
  [
    'NAD ns2/lan CNI config does not match that of network lan',
    'NAD-008',
    'ns2/lan differs from the other NADs of network lan.',
  ],
  [
    '0/6 nodes are available: 3 Insufficient bridge.network.kubevirt.io/br1, 3 node(s) had taints.',
    'NAD-018',
    'No eligible node offers bridge.network.kubevirt.io/br1: the Linux bridge is missing there.',
  ],
  [
    nmstate('NmstateError: InvalidArgument: Ethernet interface ens256 does not exists'),
    'NNCP-011',
    'The node has no NIC ens256.',
  ],
  [
    nmstate('NmstateError: InvalidArgument: Port eth1 is overbooked by two controller: br1, br2'),
    'NNCP-007',
    'eth1 is to be a port of two at once: br1, br2.',
  ],
  [
    nmstate('NmstateError: VerificationError: Verification failure: br1.interface.mtu desire 9000'),
    'NNCP-012',
    'Kernel or driver did not take the setting: Verification failure: br1.interface.mtu desire 9000',
  ],
  [
    nmstate('NmstateError: PluginFailure: something new'),
    'NNCP-001',
    'NMState refused the policy (PluginFailure): something new',
  ],
])('%#: decodes what is known', (raw, rule, sentence) => {
  const decoded = decodeMessage(raw);
  expect(decoded && formatText(decoded.sentence)).toBe(sentence);
  expect(decoded?.rules).toContain(rule);
  expect(decoded?.raw).toBe(raw);
  expect(decoded && formatText(decoded.fix)).not.toContain('{{');
});

test('what no decoder knows stays as it is', () => {
  expect(decodeMessage('the disk is full')).toBeUndefined();
});

test('decoders name checks that exist', () => {
  const ids = new Set(RULES.map((rule) => rule.id));
  for (const { rules } of [...POD_MESSAGES, ...NMSTATE_MESSAGES]) {
    for (const rule of rules) expect(ids).toContain(rule);
  }
});
