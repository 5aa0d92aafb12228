/**
 * Finds out whether a write took effect whose answer never came: the connection broke, the server
 * failed after storing, or the tab was closed in between. Without this a retry would meet its own
 * object as a stranger's (409), and "take back" would leave it behind.
 */
import { asArray, recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { JOB_LABEL } from '../plan/model';
import type { Step } from '../plan/model';
import { vmLists } from '../plan/vmPatch';
import type { Api } from './api';
import { toFailure } from './api';

/** The object as it stands if the step's write is in it, else undefined. Throws what the API throws. */
export const adoptWritten = async (
  step: Step,
  api: Api,
  jobId: string,
): Promise<KubeObject | undefined> => {
  try {
    const object = await api.get(step.ref);
    return holdsWrite(step, object, jobId) ? object : undefined;
  } catch (thrown) {
    if (toFailure(thrown).code === 404) return undefined;
    throw thrown;
  }
};

const holdsWrite = (step: Step, object: KubeObject, jobId: string): boolean => {
  if (step.write.type === 'create') {
    return recordOf(object.metadata?.labels)[JOB_LABEL] === jobId;
  }
  if (step.inverse.type === 'removeLabel') {
    return recordOf(object.metadata?.labels)[step.inverse.label] === step.inverse.value;
  }
  if (step.inverse.type !== 'detachNic') return false;
  const { nic } = step.inverse;
  const wanted = nadOf(step.write.after, nic);
  return wanted !== undefined && nadOf(object, nic) === wanted;
};

/** NAD that a VM's network of this name refers to; a NIC of that name on another NAD is not ours. */
const nadOf = (vm: KubeObject, nic: string): unknown => {
  const network = asArray(vmLists(vm).networks)
    .map(recordOf)
    .find(({ name }) => name === nic);
  return recordOf(network?.multus).networkName;
};
