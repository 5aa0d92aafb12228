/** Raw messages as controllers write them, and what people should be told. */
import { formatText } from '../../cluster/text';
import { decodeMessage } from './decodeMessage';
import { RULES } from '../rules';
import { NMSTATE_MESSAGES } from './nmstateMessages';
import { POD_MESSAGES } from './podMessages';
import { VM_MESSAGES } from './vmMessages';

const sandbox = (text: string): string =>
  `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to create pod network sandbox k8s_virt-launcher-web_ns1: plugin type="multus-shim" name="multus-cni-network" failed (add): CmdAdd (shim): ${text}`;

const nmstate = (text: string): string =>
  `error reconciling NodeNetworkConfigurationPolicy on node worker-0 at desired state apply: "",\n failed to execute nmstatectl set --no-commit --timeout 480: 'exit status 1' '' '[2025-10-06T22:16:37Z INFO  nmstatectl] Nmstate version: 2.2.47\n${text}\n'`;

const CASES: readonly (readonly [raw: string, rule: string, sentence: string])[] = [
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
  [
    // As users met them: the whole envelope, whose outer words name other things.
    'admission webhook "mutatevirtualmachines.kubemacpool.io" denied the request: Failed to create virtual machine allocation error: Failed to allocate mac to the vm object: failed to allocate requested mac address',
    'VM-004',
    'Another VM has this MAC address already.',
  ],
  [
    'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "eb51d46d": plugin type="multus" name="multus-cni-network" failed (add): [opnsense/virt-launcher-opnsense-56sld/093ba240:kubevirt]: error adding container to network "kubevirt": failed to lookup device "eth0Mvp83": Link not found',
    'NAD-016',
    'The node has no interface eth0Mvp83, which the NAD names.',
  ],
  [
    'plugin type="multus" name="multus-cni-network" failed (add): [tools/tools-85c6/47f0757a:iot]: error adding container to network "iot": failed to get bridge br0: Link not found',
    'NAD-016',
    'The node has no interface br0, which the NAD names.',
  ],
  [
    'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: Masquerade interface only implemented with pod network',
    'VM-003',
    'Masquerade works on the pod network only.',
  ],
  [
    'cannot migrate VMI which does not use masquerade, bridge with kubevirt.io/allow-pod-bridge-network-live-migration VM annotation or a migratable plugin to connect to the pod network',
    'VM-011',
    'The VM cannot migrate: its NIC on the pod network is bridged.',
  ],
  [
    'a non-live-updatable field was changed in the template spec',
    'VM-007',
    'A change of the VM waits for its restart.',
  ],
  [
    'admission webhook "nodenetworkconfigurationpolicies-update-validate.nmstate.io" denied the request: failed to admit NodeNetworkConfigurationPolicy br-vmdata: message: policy br-vmdata is still in progress. ',
    'NNCP-002',
    'br-vmdata is still being applied and cannot be edited.',
  ],
  [
    'admission webhook "multus-validating-config.k8s.io" denied the request: configuration string is not in JSON format',
    'NAD-001',
    'The configuration of the NAD cannot be parsed.',
  ],
  [
    nmstate(
      'NmstateError: InvalidArgument: Controller interface br1 is holding unknown port ens25 6',
    ),
    'NNCP-011',
    'br1 lists the port ens25, which the node does not have.',
  ],
  [
    nmstate('NmstateError: InvalidArgument: Found duplicate `localnet` key vlan-1924'),
    'NNCP-018',
    'The localnet vlan-1924 is mapped twice in one policy.',
  ],
  [
    'error reconciling NodeNetworkConfigurationPolicy on node worker-1 at desired state apply: "",\n failed runnig probe \'defaultGw\' after network reconfiguration: failed checking api server connectivity: timed out waiting for the condition',
    'NNCP-008',
    'After the change the node lost a connection it had before; it was rolled back.',
  ],
  [
    'foreign NetworkAttachmentDefinition with the desired name already exist [ns1/corp]',
    'CUDN-006',
    'A NAD ns1/corp that somebody else made stands in the way.',
  ],
  [
    'failed to verify NAD not in use [ns1/corp]: network in use by the following pods: [ns1/virt-launcher-web-x]',
    'CUDN-007',
    'The network is still in use by ns1/virt-launcher-web-x.',
  ],
  [
    'Multus: [ns1/virt-launcher-web]: error loading k8s delegates k8s args: TryLoadPodDelegates: error in getting k8s network for pod: GetNetworkDelegates: NoNetworkFound',
    'VM-001',
    'A NAD that the pod names does not exist.',
  ],
  [
    sandbox('namespace isolation enabled, annotation violates permission'),
    'VM-002',
    'The VM names a NAD of a namespace it may not use.',
  ],
  [
    sandbox('failed to find plugin "ovs-cni" in path [/opt/multus/bin /var/lib/cni/bin]'),
    'NAD-002',
    'The CNI plugin ovs-cni is not installed on the node.',
  ],
  [
    'error parsing Network Attachment Definition ns1/lan: json: cannot unmarshal string into Go struct field NetConf.vlanID of type int',
    'NAD-010',
    'NetConf.vlanID is a text in the NAD where a number belongs.',
  ],
  [
    'missing NADName in secondary network netconf lan',
    'NAD-003',
    'A NAD of network lan has no netAttachDefName.',
  ],
  [
    'invalid name in in secondary network netconf (default)',
    'NAD-009',
    'The network name "default" is reserved or empty.',
  ],
  [
    'error parsing Network Attachment Definition ns1/lan: CNI plugin chaining is not supported',
    'NAD-002',
    'OVN-Kubernetes allows no chain of plugins.',
  ],
  [
    'error parsing Network Attachment Definition ns1/lan: IPAM key is not supported. Use OVN-K provided IPAM via the `subnets` attribute',
    'NAD-011',
    'OVN-Kubernetes refuses an IPAM plugin.',
  ],
  ['layer3 topology does not allow persistent IPs', '', 'Persistent IPs do not exist on layer3.'],
  [
    'localnet topology does not allow specifying join-subnet as services are not supported',
    '',
    'A localnet has no join subnet.',
  ],
  [
    'unexpected network field "role" primary for "localnet" topology',
    '',
    'Topology localnet cannot have role primary.',
  ],
  [
    'the subnet attribute must be defined for layer2 primary user defined networks',
    '',
    'A primary layer2 network needs subnets.',
  ],
  [
    '0/5 nodes are available: 2 node(s) had untolerated taint, 3 Insufficient openshift.io/mlxnics. preemption: 0/5 nodes are available',
    'NAD-027',
    'No eligible node has a free openshift.io/mlxnics.',
  ],
  [
    'admission webhook "mutatevirtualmachines.kubemacpool.io" denied the request: Failed to create virtual machine allocation error: Failed to allocate mac to the vm object: the range is full',
    '',
    'The pool has no free MAC address left.',
  ],
  [
    nmstate(
      'NmstateError: PluginFailure: Failed to create NM profile: connection.interface-name: interface name is longer than 15 characters',
    ),
    'NNCP-018',
    'An interface name is longer than 15 characters.',
  ],
  [
    'failure generating desiredState and capturedStates: failed to generate state, err: failed to resolve capture expression',
    'NNCP-001',
    'The capture expressions of the policy could not be resolved: failed to generate state, err: failed to resolve capture expression',
  ],
  [
    "failed to execute nmstatectl set --no-commit --timeout 480: 'signal: killed' '' ''",
    'NNCP-001',
    'Applying the policy took too long and was given up.',
  ],
  // Node services that do not answer: the fault is beside the VM.
  [
    'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "6c4a6506": plugin type="multus-shim" name="multus-cni-network" failed (add): CmdAdd (shim): failed to send CNI request: Post "http://dummy/cni": dial unix /run/multus/multus.sock: connect: connection refused',
    '',
    'Multus does not answer on this node, so no pod gets a network there.',
  ],
  [
    sandbox(
      'Multus: [ns1/virt-launcher-web]: have you checked that your default network is ready? still waiting for readinessindicatorfile @ /host/run/multus/cni/net.d/10-ovn-kubernetes.conf. pollimmediate error: timed out waiting for the condition',
    ),
    'CL-003',
    'The cluster network of the node is not ready: ovnkube does not run there.',
  ],
  [
    sandbox(
      'error adding container to network "lan": failed to send CNI request: Post "http://dummy/": dial unix /var/run/ovn-kubernetes/cni//ovn-cni-server.sock: connect: no such file or directory',
    ),
    'CL-003',
    'The cluster network of the node is not ready: ovnkube does not run there.',
  ],
  [
    sandbox(
      "CNI request failed with status 400: '[ns1/virt-launcher-web network lan NAD ns1/lan] failed to configure pod interface: timed out waiting for OVS port binding (ovn-installed) for 0a:58:0a:80:00:05 [10.128.0.5/23]'",
    ),
    'CL-003',
    'OVN did not get the port of the pod ready in time.',
  ],
  [
    'error adding pod ns1/virt-launcher-web: failed to assign pod addresses for ns1/lan/ns1/virt-launcher-web: failed to allocate new IPs for lan: subnet address pool exhausted',
    '',
    'The network has no free address left.',
  ],
  [
    'failed to ensure requested or annotated IPs [192.168.1.5/24] for lan: failed to reserve IP 192.168.1.5: provided IP is already allocated',
    'VM-005',
    'An address that the VM asks for belongs to another one.',
  ],
  [
    'primary network already exist in namespace "ns1": "corp"',
    'CUDN-010',
    'ns1 has a primary network already: corp.',
  ],
  [
    sandbox('failed to connect "veth8d1a2b3c" to bridge br1: exchange full'),
    'NAD-019',
    'The pod could not become a port of br1: exchange full',
  ],
  [
    sandbox('invalid VLAN ID 5000 (must be between 0 and 4094)'),
    'NAD-010',
    'The NAD asks for VLAN 5000, which does not exist.',
  ],
  [
    sandbox("parsePodNetworkObjectName: Invalid network object (failed at '/')"),
    'VM-001',
    'A network name of the VM is not of the form namespace/name.',
  ],
  [
    'MAC 02:66:8c:00:00:0f: Collision between vmi/ns1/web, vmi/ns2/shop',
    'VM-004',
    'Several use the MAC address 02:66:8c:00:00:0f: vmi/ns1/web, vmi/ns2/shop',
  ],
  [
    'admission webhook "mutatevirtualmachines.kubemacpool.io" denied the request: duplicate MAC address 02:00:00:00:00:01 found on interfaces: net1 and net2',
    'VM-004',
    'The NICs net1 and net2 of the VM have one MAC address, 02:00:00:00:00:01.',
  ],
  [
    'Failed to create virtual machine allocation error: invalid mac address. Multicast addressing is not supported. Unicast addressing must be used. The first octet is 0X3',
    '',
    'The MAC address is one of a group; a NIC needs one of its own.',
  ],
  [
    'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: more than one interface is connected to a pod network in spec.template.spec.domain.devices.interfaces',
    '',
    'Two NICs of the VM are on the pod network.',
  ],
  [
    'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: spec.template.spec.networks[1].name \'net1\' not found.',
    '',
    'net1 stands in one of the lists interfaces and networks only.',
  ],
  [
    `server error. command SyncVMI failed: "LibvirtError(Code=1, Domain=10, Message='internal error: target managed='no' but specified dev doesn't exist')"`,
    'VM-010',
    'The pod of the VM lacks an interface that the VM shall have.',
  ],
  [
    nmstate(
      'NmstateError: InvalidArgument: Desired MTU 9000 for interface ens224 is bigger than maximum allowed MTU 1500',
    ),
    'NNCP-001',
    'ens224 takes an MTU of 1500 at most, not 9000.',
  ],
  [
    nmstate(
      'NmstateError: InvalidArgument: Interface ens224 cannot have IP enabled as it is attached to a controller where IP is not allowed',
    ),
    'NNCP-019',
    'ens224 becomes a port, and a port cannot hold an address.',
  ],
  [
    nmstate(
      'NmstateError: InvalidArgument: OVS Bridge br1 can not hold MAC address, please set MAC address on OVS internal interface instead',
    ),
    'NNCP-023',
    'br1 is an OVS bridge, which holds no MAC address.',
  ],
  [
    nmstate('NmstateError: InvalidArgument: Bond mode is mandatory for new bond interface: bond1'),
    'NNCP-001',
    'The new bond bond1 has no mode.',
  ],
  [
    nmstate(
      'NmstateError: InvalidArgument: mapping for `localnet` key vlan-1924 missing the `bridge` attribute',
    ),
    'NNCP-001',
    'The mapping of vlan-1924 names no bridge.',
  ],
  [
    nmstate("NmstateError: InvalidArgument: Missing 'vlan.base-iface' for interface 'ens224.1924'"),
    'NNCP-001',
    'The VLAN interface ens224.1924 names no NIC that carries it.',
  ],
  [
    'failed to reconcile NodeNetworkConfigurationPolicy on node worker-1. Retrying 2/5',
    'NNCP-005',
    'worker-1 could not apply it and tries again, 2 of 5.',
  ],
  [
    // The probe's failure carries the whole state of the node.
    `error reconciling NodeNetworkConfigurationPolicy on node worker-0 at desired state apply: "",\n rolling back desired state configuration: failed runnig probes after network changes: failed runnig probe 'default gw' with after network reconfiguration -> currentState: ---\ninterfaces:\n- name: ens192\n  type: ethernet\n: context deadline exceeded`,
    'NNCP-008',
    'After the change the node lost a connection it had before; it was rolled back.',
  ],
];

test.each(CASES)('%#: decodes what is known', (raw, rule, sentence) => {
  const decoded = decodeMessage(raw);
  expect(decoded && formatText(decoded.sentence)).toBe(sentence);
  // No check looks at what the API server refuses before it is stored.
  expect(decoded?.rules.join(' ') ?? '-').toContain(rule);
  expect(decoded?.raw).toBe(raw);
  expect(decoded && formatText(decoded.fix)).not.toContain('{{');
});

test('what no decoder knows stays as it is', () => {
  expect(decodeMessage('the disk is full')).toBeUndefined();
});

test('every decoder has a text here that it is the first to know', () => {
  const known = new Set(CASES.map(([raw]) => decodeMessage(raw)?.sentence.template));
  const untold = [...VM_MESSAGES, ...POD_MESSAGES, ...NMSTATE_MESSAGES]
    .map(({ sentence }) => sentence.template)
    .filter((template) => !known.has(template));
  expect(untold).toEqual([]);
});

test('decoders name checks that exist', () => {
  const ids = new Set(RULES.map((rule) => rule.id));
  for (const { rules } of [...VM_MESSAGES, ...POD_MESSAGES, ...NMSTATE_MESSAGES]) {
    for (const rule of rules) expect(ids).toContain(rule);
  }
});
