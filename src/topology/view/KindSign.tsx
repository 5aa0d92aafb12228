/**
 * The sign of each kind of thing, from PatternFly's icons: one path, without the component and the SVG of
 * its own that an icon would bring for each of three hundred elements.
 */
import type { FC } from 'react';
import {
  ClusterIconConfig,
  CubeIconConfig,
  EthernetIconConfig,
  FileContractIconConfig,
  GripHorizontalIconConfig,
  LayerGroupIconConfig,
  LinkIconConfig,
  NetworkIconConfig,
  PlugIconConfig,
  RouteIconConfig,
  ServerIconConfig,
  TagsIconConfig,
  VirtualMachineIconConfig,
} from '@patternfly/react-icons';
import type { EntityKind } from '../../network/model';

interface Sign {
  readonly width: number;
  readonly height: number;
  readonly svgPath: string;
}

const SIGNS: Readonly<Partial<Record<EntityKind, Sign>>> = {
  switch: GripHorizontalIconConfig,
  switchPort: PlugIconConfig,
  nic: EthernetIconConfig,
  vlanIf: TagsIconConfig,
  bond: LinkIconConfig,
  bridge: LayerGroupIconConfig,
  mapping: RouteIconConfig,
  localnet: RouteIconConfig,
  network: NetworkIconConfig,
  cudn: NetworkIconConfig,
  udn: NetworkIconConfig,
  clusterNetwork: ClusterIconConfig,
  serviceNetwork: ClusterIconConfig,
  machineNetwork: ServerIconConfig,
  nad: FileContractIconConfig,
  vnic: EthernetIconConfig,
  vm: VirtualMachineIconConfig,
  node: ServerIconConfig,
};

interface KindSignProps {
  readonly kind: EntityKind;
  /** Top left corner and side of the square around it. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export const KindSign: FC<KindSignProps> = ({ kind, x, y, size }) => {
  const { width, height, svgPath } = SIGNS[kind] ?? CubeIconConfig;
  const scale = size / Math.max(width, height);
  const left = x + (size - width * scale) / 2;
  const top = y + (size - height * scale) / 2;
  return (
    <path
      className="vm-networks-sign"
      transform={`translate(${left},${top}) scale(${scale})`}
      d={svgPath}
      aria-hidden="true"
    />
  );
};
