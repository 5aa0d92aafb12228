/**
 * The NAD that OVN-Kubernetes makes in a namespace for a UserDefinedNetwork or a
 * ClusterUserDefinedNetwork. Source: ovn-kubernetes
 * go-controller/pkg/clustermanager/userdefinednetwork/template/net-attach-def-template.go.
 */
import type { Cudn, NetworkSpec, Nad, Udn } from './ovnTypes';
import { GENERATED_LABEL, OVN_TYPE, PROTECTION } from './ovnTypes';

/** A localnet of a CUDN without mtu gets this much more than the overlay. */
const GENEVE_OVERHEAD = 100;

/** `cluster_udn_<name>` for a CUDN, `<namespace>_<name>` for a UDN. */
export function generatedNetworkName(owner: Cudn | Udn): string {
  const { name, namespace } = owner.metadata;
  return owner.kind === 'ClusterUserDefinedNetwork'
    ? `cluster_udn_${name}`
    : `${namespace}_${name}`;
}

export function networkSpecOf(owner: Cudn | Udn): NetworkSpec | undefined {
  return owner.kind === 'ClusterUserDefinedNetwork'
    ? (owner as Cudn).spec?.network
    : (owner as Udn).spec;
}

/**
 * @param overlayMtu the cluster network's MTU, used where the spec gives none
 * @returns the NAD as the controller creates it in `namespace`
 */
export function generatedNad(owner: Cudn | Udn, namespace: string, overlayMtu: number): Nad {
  const { name, uid = '' } = owner.metadata;
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: {
      name,
      namespace,
      labels: { [GENERATED_LABEL]: '' },
      finalizers: [PROTECTION],
      ownerReferences: [
        {
          apiVersion: owner.apiVersion,
          kind: owner.kind,
          name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: { config: JSON.stringify(configOf(owner, namespace, overlayMtu)) },
  };
}

function configOf(owner: Cudn | Udn, namespace: string, overlayMtu: number): object {
  const spec = networkSpecOf(owner);
  return {
    cniVersion: '1.1.0',
    type: OVN_TYPE,
    name: generatedNetworkName(owner),
    netAttachDefName: `${namespace}/${owner.metadata.name}`,
    ...(spec ? topologyFields(spec, overlayMtu) : {}),
  };
}

function topologyFields(spec: NetworkSpec, overlayMtu: number): object {
  const { localnet, layer2, layer3 } = spec;
  if (localnet) {
    const { vlan, subnets, excludeSubnets, ipam } = localnet;
    return {
      topology: 'localnet',
      role: localnet.role.toLowerCase(),
      mtu: localnet.mtu ?? overlayMtu + GENEVE_OVERHEAD,
      physicalNetworkName: localnet.physicalNetworkName,
      ...(vlan?.access ? { vlanID: vlan.access.id } : {}),
      ...(subnets?.length ? { subnets: subnets.join(',') } : {}),
      ...(excludeSubnets?.length ? { excludeSubnets: excludeSubnets.join(',') } : {}),
      ...(ipam?.lifecycle === 'Persistent' ? { allowPersistentIPs: true } : {}),
    };
  }
  if (layer2) {
    const { subnets, joinSubnets, ipam } = layer2;
    return {
      topology: 'layer2',
      role: layer2.role.toLowerCase(),
      mtu: layer2.mtu ?? overlayMtu,
      ...(subnets?.length ? { subnets: subnets.join(',') } : {}),
      ...(joinSubnets?.length ? { joinSubnet: joinSubnets.join(',') } : {}),
      ...(ipam?.lifecycle === 'Persistent' ? { allowPersistentIPs: true } : {}),
    };
  }
  const subnets = (layer3?.subnets ?? []).map(({ cidr, hostSubnet }) =>
    hostSubnet ? `${cidr}/${hostSubnet}` : cidr,
  );
  return {
    topology: 'layer3',
    role: (layer3?.role ?? 'Secondary').toLowerCase(),
    mtu: layer3?.mtu ?? overlayMtu,
    subnets: subnets.join(','),
  };
}
