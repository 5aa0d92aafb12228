/**
 * What an enactment says when NMState could not apply a policy. Texts are those of nmstate
 * rust/src/lib and of the operator's probes (kubernetes-nmstate pkg/client, pkg/probe).
 */
import { text } from '../../cluster/text';
import type { Decoder } from './decoder';

const PORTS = 'spec.desiredState.interfaces[].bridge.port';

export const NMSTATE_MESSAGES: readonly Decoder[] = [
  {
    pattern: /Ethernet interface (\S+) does not exists/,
    names: ['nic'],
    sentence: text('The node has no NIC {{nic}}.'),
    fix: text('Select only nodes that have {{nic}}, or write one policy per hardware group.'),
    field: 'spec.desiredState.interfaces[].name',
    rules: ['NNCP-011'],
  },
  {
    pattern: /Port (\S+) is overbooked by two controller: ([^\n']+)/,
    names: ['port', 'controllers'],
    sentence: text('{{port}} is to be a port of two at once: {{controllers}}.'),
    fix: text('List {{port}} in one bridge or bond only.'),
    field: PORTS,
    rules: ['NNCP-007'],
  },
  {
    pattern: /Controller interface (\S+) is holding unknown port ([^\s,']+)/,
    names: ['controller', 'port'],
    sentence: text('{{controller}} lists the port {{port}}, which the node does not have.'),
    fix: text('Correct the port name of {{controller}}.'),
    field: PORTS,
    rules: ['NNCP-010', 'NNCP-011'],
  },
  {
    pattern: /Found duplicate `?localnet`? key ([^\s']+)/,
    names: ['localnet'],
    sentence: text('The localnet {{localnet}} is mapped twice in one policy.'),
    fix: text('Keep one mapping of {{localnet}}.'),
    field: 'spec.desiredState.ovn.bridge-mappings',
    rules: ['NNCP-018'],
  },
  {
    pattern: /interface name is longer than 15 characters/,
    names: [],
    sentence: text('An interface name is longer than 15 characters.'),
    fix: text('Shorten the name.'),
    field: 'spec.desiredState.interfaces[].name',
    rules: ['NNCP-018'],
  },
  {
    pattern: /Desired MTU (\d+) for interface (\S+) is bigger than maximum allowed MTU (\d+)/,
    names: ['mtu', 'nic', 'most'],
    sentence: text('{{nic}} takes an MTU of {{most}} at most, not {{mtu}}.'),
    fix: text('Write an MTU of {{most}} or less.'),
    field: 'spec.desiredState.interfaces[].mtu',
    rules: ['NNCP-001'],
  },
  {
    pattern: /Interface (\S+) cannot have IP enabled as it is attached to a controller/,
    names: ['nic'],
    sentence: text('{{nic}} becomes a port, and a port cannot hold an address.'),
    fix: text('Give the address to the bridge or bond, or leave {{nic}} out of it.'),
    field: 'spec.desiredState.interfaces[].ipv4',
    rules: ['NNCP-019'],
  },
  {
    pattern: /OVS Bridge (\S+) can ?not hold MAC address/,
    names: ['bridge'],
    sentence: text('{{bridge}} is an OVS bridge, which holds no MAC address.'),
    fix: text('Write it on the ovs-interface of the same name.'),
    field: 'spec.desiredState.interfaces[].mac-address',
    rules: ['NNCP-023'],
  },
  {
    pattern: /Bond mode is mandatory for new bond interface: ([^\s']+)/,
    names: ['bond'],
    sentence: text('The new bond {{bond}} has no mode.'),
    fix: text('Set link-aggregation.mode, active-backup where the switch knows of no bond.'),
    field: 'spec.desiredState.interfaces[].link-aggregation.mode',
    rules: ['NNCP-001'],
  },
  {
    pattern: /mapping for `localnet` key (\S+) missing the `bridge` attribute/,
    names: ['localnet'],
    sentence: text('The mapping of {{localnet}} names no bridge.'),
    fix: text('Set bridge in the mapping, or state: absent to remove it.'),
    field: 'spec.desiredState.ovn.bridge-mappings',
    rules: ['NNCP-001'],
  },
  {
    pattern: /Missing 'vlan\.base-iface' for interface '([^']+)'/,
    names: ['vlan'],
    sentence: text('The VLAN interface {{vlan}} names no NIC that carries it.'),
    fix: text('Set vlan.base-iface.'),
    field: 'spec.desiredState.interfaces[].vlan.base-iface',
    rules: ['NNCP-001'],
  },
  {
    pattern: /NodeNetworkConfigurationPolicy on node (\S+)\. Retrying (\d+)\/(\d+)/,
    names: ['node', 'attempt', 'most'],
    sentence: text('{{node}} could not apply it and tries again, {{attempt}} of {{most}}.'),
    fix: text('NMState says what is wrong after the last try.'),
    field: '',
    rules: ['NNCP-002', 'NNCP-005'],
  },
  {
    pattern: /failed .*probe|probe .*failed/i,
    names: [],
    sentence: text(
      'After the change the node lost a connection it had before; it was rolled back.',
    ),
    fix: text(
      'Do not change the interfaces that carry the node itself; map a localnet to br-ex instead.',
    ),
    field: 'spec.desiredState.interfaces',
    rules: ['NNCP-008', 'NNCP-019'],
  },
  {
    pattern: /failure generating desiredState and capturedStates: ([^\n]+)/,
    names: ['error'],
    sentence: text('The capture expressions of the policy could not be resolved: {{error}}'),
    fix: text('Correct spec.capture. It cannot be edited: recreate the policy.'),
    field: 'spec.capture',
    rules: ['NNCP-001'],
  },
  {
    pattern: /NmstateError: VerificationError: ([^\n]+)/,
    names: ['error'],
    sentence: text('Kernel or driver did not take the setting: {{error}}'),
    fix: text(
      'Drop what the driver refuses, or repeat allow-extra-patch-ports where ports were removed.',
    ),
    field: 'spec.desiredState.interfaces',
    rules: ['NNCP-012'],
  },
  {
    pattern: /NmstateError: (\w+): ([^\n]+)/,
    names: ['class', 'error'],
    sentence: text('NMState refused the policy ({{class}}): {{error}}'),
    fix: text('Correct what the message names.'),
    field: 'spec.desiredState',
    rules: ['NNCP-001'],
  },
  {
    pattern:
      /(?:timed out|timeout|deadline exceeded)[^\n]*nmstatectl|nmstatectl[^\n]*(?:timed out|signal: killed)/,
    names: [],
    sentence: text('Applying the policy took too long and was given up.'),
    fix: text(
      'Look at NetworkManager on the node: a DHCP address that never comes is the usual cause.',
    ),
    field: 'spec.desiredState.interfaces',
    rules: ['NNCP-001'],
  },
  {
    pattern: /policy (\S+) is still in progress/,
    names: ['policy'],
    sentence: text('{{policy}} is still being applied and cannot be edited.'),
    fix: text('Wait until it is Available or Degraded.'),
    field: '',
    rules: ['NNCP-002'],
  },
];
