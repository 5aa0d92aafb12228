/**
 * What `kubectl explain` tells of the fields that VM networks are made of: types and meaning, kind by kind,
 * by the reference of the APIs (kubevirt api core/v1, kubernetes-nmstate api/shared, ovn-kubernetes
 * pkg/crd/userdefinednetwork/v1). A kind's other fields are open and stay unexplained.
 */

/** Type as kubectl prints it, meaning, and the fields of an object or of the items of a list. */
export interface ExplainedField {
  readonly type: FieldType;
  readonly text: string;
  readonly fields?: ExplainedFields;
}
export type ExplainedFields = Readonly<Record<string, ExplainedField>>;

export type FieldType =
  | 'string'
  | 'integer'
  | 'boolean'
  | 'int-or-string'
  | 'object'
  | 'object[]'
  | 'string[]'
  | 'string map';

const field = (type: FieldType, text: string, fields?: ExplainedFields): ExplainedField => ({
  type,
  text,
  ...(fields === undefined ? {} : { fields }),
});

/** Bindings and sources that are chosen by being there. */
const chosen = (text: string): ExplainedField => field('object', text);

const CONDITIONS = field('object[]', 'The latest available observations of the state.', {
  type: field('string', 'Type of the condition.'),
  status: field('string', 'True, False or Unknown.'),
  reason: field('string', 'Reason of the last change, in one word.'),
  message: field('string', 'Details of the last change, for people.'),
  lastTransitionTime: field('string', 'When the status changed last.'),
});

const INTERFACES = field(
  'object[]',
  'Network interfaces of the guest; each pairs with a network.',
  {
    name: field('string', 'Name of the network that the interface is attached to.'),
    model: field(
      'string',
      'virtio, e1000, e1000e, igb, ne2k_pci, pcnet or rtl8139; virtio if unset.',
    ),
    macAddress: field('string', 'MAC address, such as de:ad:00:00:be:af; assigned if unset.'),
    state: field('string', 'up, down (the link) or absent (to be unplugged); up if unset.'),
    bridge: chosen('Attached through a bridge in the launcher pod.'),
    masquerade: chosen('Attached through NAT; for the pod network only.'),
    sriov: chosen('A virtual function is passed through.'),
    binding: field('object', 'Attached by a binding plugin.', {
      name: field('string', 'Name of the plugin as registered in the KubeVirt object.'),
    }),
    bootOrder: field('integer', 'Place among the boot devices, from 1.'),
    pciAddress: field('string', 'PCI address in the guest, such as 0000:81:01.10.'),
    ports: field('object[]', 'Ports that are forwarded to the guest; all if unset.', {
      name: field('string', 'Name of the port.'),
      port: field('integer', 'Number of the port.'),
      protocol: field('string', 'TCP or UDP.'),
    }),
    tag: field('string', 'Given to the guest as device role tag.'),
  },
);

const NETWORKS = field('object[]', 'Networks that interfaces are attached to.', {
  name: field('string', 'Name that the interface refers to.'),
  pod: field('object', 'The default pod network.', {
    vmNetworkCIDR: field('string', 'Addresses of the network behind NAT.'),
  }),
  multus: field('object', 'A network by its NetworkAttachmentDefinition.', {
    networkName: field(
      'string',
      '<name> in the namespace of the VM, or <namespace>/<name>. There is no fall-back to default.',
    ),
    default: field('boolean', 'Takes the place of the pod network.'),
  }),
});

const INSTANCE_SPEC: ExplainedFields = {
  architecture: field('string', 'amd64, arm64 or s390x.'),
  domain: field('object', 'The virtual hardware.', {
    cpu: field('object', 'Virtual processors.', {
      cores: field('integer', 'Cores of a socket.'),
      sockets: field('integer', 'Sockets.'),
      threads: field('integer', 'Threads of a core.'),
    }),
    memory: field('object', 'Memory of the guest.', {
      guest: field('string', 'Amount that the guest sees.'),
    }),
    devices: field('object', 'Disks, interfaces and other devices.', {
      autoattachPodInterface: field(
        'boolean',
        'Whether a VM that lists no interface gets one on the pod network; true if unset.',
      ),
      interfaces: INTERFACES,
      networkInterfaceMultiqueue: field('boolean', 'One queue of virtio interfaces per processor.'),
      disks: field('object[]', 'Disks, volumes and the like.'),
    }),
  }),
  evictionStrategy: field('string', 'LiveMigrate, LiveMigrateIfPossible, None or External.'),
  networks: NETWORKS,
  nodeSelector: field('string map', 'Labels that the node must have.'),
  affinity: field('object', 'Rules of placement.'),
  tolerations: field('object[]', 'Taints that are put up with.'),
  volumes: field('object[]', 'Volumes that disks are made of.'),
};

const IPAM = field('object', 'Whether OVN-Kubernetes assigns addresses.', {
  mode: field('string', 'Enabled or Disabled.'),
  lifecycle: field('string', 'Persistent: a VM keeps its address when it restarts or migrates.'),
});

const LAYER2 = field('object', 'An overlay of layer 2.', {
  role: field('string', 'Primary or Secondary.'),
  mtu: field('integer', '576 to 65536.'),
  subnets: field('string[]', 'One CIDR of a family, two at most.'),
  ipam: IPAM,
});

const LAYER3 = field('object', 'An overlay with a subnet per node.', {
  role: field('string', 'Primary or Secondary.'),
  mtu: field('integer', '576 to 65536.'),
  subnets: field('object[]', 'Subnets of the network.', {
    cidr: field('string', 'Addresses of the whole network.'),
    hostSubnet: field('integer', 'Length of the prefix of the subnet of a node.'),
  }),
});

const NETWORK_CONDITIONS = field('object', 'What OVN-Kubernetes has made of it.', {
  conditions: CONDITIONS,
});

/** What every object has. */
export const COMMON_FIELDS: ExplainedFields = {
  apiVersion: field('string', 'Group and version of the schema of this object.'),
  kind: field('string', 'Kind of the object, in the singular.'),
  metadata: field('object', 'What every object has.', {
    name: field('string', 'Unique within a namespace, or in the cluster.'),
    generateName: field('string', 'Beginning of a name that the server completes.'),
    namespace: field('string', 'Namespace of the object.'),
    labels: field('string map', 'Keys and values to select by.'),
    annotations: field('string map', 'Keys and values of tools.'),
    finalizers: field('string[]', 'Who has to agree before the object is gone.'),
    ownerReferences: field('object[]', 'Objects that this one goes with.'),
    uid: field('string', 'Identity in time and space.'),
    resourceVersion: field('string', 'Version of the object as stored.'),
    generation: field('integer', 'Counts the changes of the spec.'),
    creationTimestamp: field('string', 'When it was made.'),
    deletionTimestamp: field('string', 'Since when it is to be deleted.'),
  }),
};

/** `spec` and `status` by the id of the kind. */
export const EXPLAINED: ReadonlyMap<string, ExplainedFields> = new Map<string, ExplainedFields>([
  [
    'virtualmachines.kubevirt.io',
    {
      spec: field('object', 'The VM as it is meant to be.', {
        runStrategy: field('string', 'Always, RerunOnFailure, Once, Manual or Halted.'),
        running: field('boolean', 'Deprecated: use runStrategy.'),
        instancetype: field('object', 'The instance type to take the size from.'),
        preference: field('object', 'The preferences to take defaults from.'),
        template: field('object', 'The instance that is made when the VM starts.', {
          metadata: field('object', 'Labels and annotations of the instance.'),
          spec: field('object', 'The instance.', INSTANCE_SPEC),
        }),
      }),
      status: field('object', 'The VM as it is.', {
        printableStatus: field('string', 'Stopped, Starting, Running, Migrating and others.'),
        ready: field('boolean', 'Whether the instance is ready.'),
        conditions: CONDITIONS,
      }),
    },
  ],
  [
    'virtualmachineinstances.kubevirt.io',
    {
      spec: field('object', 'The instance.', INSTANCE_SPEC),
      status: field('object', 'The instance as it runs.', {
        phase: field('string', 'Pending, Scheduling, Scheduled, Running, Succeeded or Failed.'),
        nodeName: field('string', 'Node that it runs on.'),
        interfaces: field('object[]', 'Interfaces as host and guest agent report them.', {
          name: field('string', 'Name of the network; empty for one of the guest alone.'),
          mac: field('string', 'MAC address.'),
          ipAddress: field('string', 'First address.'),
          ipAddresses: field('string[]', 'All addresses.'),
          infoSource: field('string', 'domain, guest-agent and multus-status, by comma.'),
          interfaceName: field('string', 'Name in the guest.'),
          podInterfaceName: field('string', 'Name in the launcher pod.'),
          linkState: field('string', 'up or down.'),
        }),
        migrationState: field('object', 'The last migration.'),
        conditions: CONDITIONS,
      }),
    },
  ],
  [
    'nodenetworkconfigurationpolicies.nmstate.io',
    {
      spec: field('object', 'What is wanted on which nodes.', {
        nodeSelector: field('string map', 'Labels that a node must have; all nodes if unset.'),
        maxUnavailable: field(
          'int-or-string',
          'How many nodes may be at work at once, as number or percentage; 50% if unset.',
        ),
        capture: field('string map', 'Expressions whose results desiredState may name; immutable.'),
        desiredState: field('object', 'State in the language of nmstate; a partial edit.'),
      }),
      status: field('object', 'How far it has come.', {
        conditions: CONDITIONS,
        unavailableNodeCount: field('integer', 'Nodes that are at work.'),
        lastUnavailableNodeCountUpdate: field('string', 'When that number changed last.'),
      }),
    },
  ],
  [
    'network-attachment-definitions.k8s.cni.cncf.io',
    {
      spec: field('object', 'The network.', {
        config: field('string', 'Configuration of a CNI plugin, as JSON in a string.'),
      }),
    },
  ],
  [
    'clusteruserdefinednetworks.k8s.ovn.org',
    {
      spec: field('object', 'A network for several namespaces.', {
        namespaceSelector: field('object', 'Namespaces that get it; an empty one selects all.'),
        network: field('object', 'The network; immutable.', {
          topology: field('string', 'Layer2, Layer3 or Localnet.'),
          localnet: field('object', 'A physical network behind a bridge mapping.', {
            role: field('string', 'Secondary.'),
            physicalNetworkName: field('string', 'Localnet of the bridge mapping.'),
            vlan: field('object', 'Untagged if unset.', {
              mode: field('string', 'Access.'),
              access: field('object', 'One VLAN.', { id: field('integer', '1 to 4094.') }),
            }),
            mtu: field('integer', '576 to 65536.'),
            subnets: field('string[]', 'One CIDR of a family, two at most.'),
            excludeSubnets: field('string[]', 'Addresses that are not assigned.'),
            ipam: IPAM,
          }),
          layer2: LAYER2,
          layer3: LAYER3,
        }),
      }),
      status: NETWORK_CONDITIONS,
    },
  ],
  [
    'userdefinednetworks.k8s.ovn.org',
    {
      spec: field('object', 'A network of one namespace.', {
        topology: field('string', 'Layer2 or Layer3.'),
        layer2: LAYER2,
        layer3: LAYER3,
      }),
      status: NETWORK_CONDITIONS,
    },
  ],
]);
