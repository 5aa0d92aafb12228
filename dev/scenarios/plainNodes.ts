/** Nodes of the scenarios beside the article's: a control plane of three and numbered workers. */
import { controlPlane, nic, switchPort } from './articleNodes';
import type { NicPlan, NodePlan } from './clusterPlan';

export interface WorkerShape {
  /** NIC names; the first one is under br-ex unless `uplink` says otherwise. */
  nics: readonly string[];
  /** Tagged VLANs of every switch port. */
  vlans?: readonly number[];
  count?: number;
  more?: Partial<NodePlan>;
  nicMore?: Readonly<Record<string, Partial<NicPlan>>>;
}

const FIRST_HOST = 31;

/** `worker-0` … with the same NICs, in the machine network 192.168.4.0/24. */
export function plainWorkers(shape: WorkerShape): NodePlan[] {
  const { nics, vlans = [], count = 3, more = {}, nicMore = {} } = shape;
  return Array.from({ length: count }, (_unused, index): NodePlan => {
    const ports = nics.map((name, lane) =>
      nic(name, {
        switchPort: { ...switchPort(index + 3, lane, true), vlans },
        ...nicMore[name],
      }),
    );
    return {
      name: `worker-${index}`,
      role: 'worker',
      id: index + 5,
      ip: `192.168.4.${FIRST_HOST + index}`,
      nics: ports,
      uplink: nics[0] ?? 'ens192',
      podVeths: 1,
      ...more,
    };
  });
}

/** The three control-plane nodes and the workers. */
export function plainNodes(shape: WorkerShape): NodePlan[] {
  const { bonds, vlans, uplink } = shape.more ?? {};
  const masters = controlPlane('master', shape.nics[0]);
  if (!bonds) return [...masters, ...plainWorkers(shape)];
  // Where br-ex is on a bond at install time it is so on the control plane too.
  const alike = masters.map((master): NodePlan => ({
    ...master,
    nics: shape.nics.map((name) => nic(name)),
    bonds,
    ...(vlans ? { vlans } : {}),
    uplink: uplink ?? master.uplink,
  }));
  return [...alike, ...plainWorkers(shape)];
}
