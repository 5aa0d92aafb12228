/**
 * What KubeVirt and kubemacpool say of a VM: refusals of their webhooks, conditions and events of an
 * instance. Texts are those of kubevirt pkg/network and pkg/virt-handler, kubemacpool pkg/pool-manager and
 * pkg/controller/maccollision.
 */
import { text } from '../../cluster/text';
import type { Decoder } from './decoder';

const INTERFACES = 'spec.template.spec.domain.devices.interfaces';

export const VM_MESSAGES: readonly Decoder[] = [
  {
    pattern: /[Mm]asquerade interface only implemented with pod network/,
    names: [],
    sentence: text('Masquerade works on the pod network only.'),
    fix: text('Use the bridge binding for a NIC on a NAD.'),
    field: `${INTERFACES}[].bridge`,
    rules: ['VM-003'],
  },
  {
    pattern: /cannot migrate VMI which does not use masquerade/,
    names: [],
    sentence: text('The VM cannot migrate: its NIC on the pod network is bridged.'),
    fix: text('Give that NIC the masquerade binding; it needs a restart.'),
    field: `${INTERFACES}[].masquerade`,
    rules: ['VM-011'],
  },
  {
    pattern: /a non-live-updatable field was changed in the template spec/,
    names: [],
    sentence: text('A change of the VM waits for its restart.'),
    fix: text('Restart the VM, or take the change back.'),
    field: 'spec.template.spec',
    rules: ['VM-007'],
  },
  {
    pattern: /kubemacpool[^\n]*the range is full/,
    names: [],
    sentence: text('The pool has no free MAC address left.'),
    fix: text('Widen the range of kubemacpool, or delete VMs that are not needed.'),
    field: '',
    rules: [],
  },
  {
    pattern: /[Ff]ailed to allocate requested mac address/,
    names: [],
    sentence: text('Another VM has this MAC address already.'),
    fix: text('Give the interface another macAddress, or none.'),
    field: `${INTERFACES}[].macAddress`,
    rules: ['VM-004'],
  },
  {
    pattern: /MAC ([0-9a-fA-F:]{17}): Collision between ([^\n]+)/,
    names: ['mac', 'owners'],
    sentence: text('Several use the MAC address {{mac}}: {{owners}}'),
    fix: text('Give the interface another macAddress, or none.'),
    field: `${INTERFACES}[].macAddress`,
    rules: ['VM-004'],
  },
  {
    pattern: /duplicate MAC address (\S+) found on interfaces: (\S+) and (\S+)/,
    names: ['mac', 'nic', 'other'],
    sentence: text('The NICs {{nic}} and {{other}} of the VM have one MAC address, {{mac}}.'),
    fix: text('Give the interface another macAddress, or none.'),
    field: `${INTERFACES}[].macAddress`,
    rules: ['VM-004'],
  },
  {
    pattern: /invalid mac address\. Multicast addressing is not supported/,
    names: [],
    sentence: text('The MAC address is one of a group; a NIC needs one of its own.'),
    fix: text('Let the second hexadecimal digit be even, as in 02:…'),
    field: `${INTERFACES}[].macAddress`,
    rules: [],
  },
  {
    pattern: /more than one interface is connected to a pod network/,
    names: [],
    sentence: text('Two NICs of the VM are on the pod network.'),
    fix: text('Keep one of them, and give the other a network of its own.'),
    field: `${INTERFACES}[]`,
    rules: [],
  },
  {
    pattern: /(?:interfaces|networks)\[\d+\]\.name '([^']+)' not found/,
    names: ['nic'],
    sentence: text('{{nic}} stands in one of the lists interfaces and networks only.'),
    fix: text('Write it into both lists under one name.'),
    field: `${INTERFACES}[].name`,
    rules: [],
  },
  {
    pattern:
      /specified dev doesn't exist|failed plugging phase1 at nic|pod link \(\S+\) is missing/,
    names: [],
    sentence: text('The pod of the VM lacks an interface that the VM shall have.'),
    fix: text('Migrate or restart the VM; if it stays so, look at the events of its pod.'),
    field: '',
    rules: ['VM-010'],
  },
];
