/**
 * Whether an interface of a running VM is where its spec wants it: fully attached means that the
 * domain has it and, for a secondary network, that Multus reports it (domain reference A.7.3).
 */
import type { VnicView } from '../../network/networkGraph';

export type UnfinishedPlug = 'plug' | 'unplug';

const isAttached = ({ status, nadKey, instanceNadKey }: VnicView): boolean => {
  if (status === undefined || !status.sources.includes('domain')) return false;
  const isSecondary = nadKey !== undefined || instanceNadKey !== undefined;
  return !isSecondary || status.sources.includes('multus-status');
};

/** What is not finished on a NIC of a running instance; undefined when it is as wanted. */
export const unfinishedPlug = (vnic: VnicView): UnfinishedPlug | undefined => {
  if (vnic.vmi?.phase !== 'Running' || vnic.instanceNic === undefined) return undefined;
  if (vnic.instanceNic.state === 'absent') {
    return vnic.status?.sources.includes('domain') === true ? 'unplug' : undefined;
  }
  // An instance that reports no interface at all says nothing about this one.
  if (vnic.vmi.interfaces.length === 0) return undefined;
  return isAttached(vnic) ? undefined : 'plug';
};
