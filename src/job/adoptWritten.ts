/**
 * Finds out whether a write took effect whose answer never came: the connection broke, the server
 * failed after storing, or the tab was closed in between. Without this a retry would meet its own
 * object as a stranger's (409), and "take back" would leave it behind.
 */
import { asArray, recordOf } from '../cluster/json';
import { jsonEqual } from '../cluster/jsonEqual';
import type { KubeObject } from '../cluster/kubeObject';
import { JOB_LABEL } from '../plan/model';
import type { Step } from '../plan/model';
import { networkNameOfNic } from '../plan/nicChangePatch';
import { isSameSpec } from '../plan/retouchedState';
import { vmLists } from '../plan/vmPatch';
import type { Api } from './api';
import { toFailure } from './api';

/**
 * The object as it stands if the step's write is in it, else undefined; of a deletion that took
 * place, the object that was there. Throws what the API throws.
 */
export const adoptWritten = async (
  step: Step,
  api: Api,
  jobId: string,
): Promise<KubeObject | undefined> => {
  try {
    const object = await api.get(step.ref);
    return holdsWrite(step, object, jobId) ? object : undefined;
  } catch (thrown) {
    if (toFailure(thrown).code !== 404) throw thrown;
    return step.write.type === 'delete' ? step.write.before : undefined;
  }
};

const holdsWrite = (step: Step, object: KubeObject, jobId: string): boolean => {
  switch (step.write.type) {
    case 'create':
      return recordOf(object.metadata?.labels)[JOB_LABEL] === jobId;
    case 'delete':
      // Another object of that name, or one that waits for its finalizers: ours is on its way out.
      return (
        object.metadata?.uid !== step.write.uid || object.metadata.deletionTimestamp !== undefined
      );
    case 'patch':
      return holdsPatch(step, object, step.write.after);
  }
};

const holdsPatch = ({ inverse }: Step, object: KubeObject, after: KubeObject): boolean => {
  switch (inverse.type) {
    case 'detachNic': {
      // A NIC of that name on another NAD is not ours.
      const wanted = networkNameOfNic(after, inverse.nic);
      return wanted !== undefined && networkNameOfNic(object, inverse.nic) === wanted;
    }
    case 'attachNic': {
      const entry = asArray(vmLists(object).interfaces)
        .map(recordOf)
        .find(({ name }) => name === inverse.nic);
      return entry === undefined || entry.state === 'absent';
    }
    case 'removeLabel':
      return recordOf(object.metadata?.labels)[inverse.label] === inverse.value;
    case 'moveNic':
      return networkNameOfNic(object, inverse.nic) === inverse.written;
    case 'restoreSpec':
      return isSameSpec(object.spec, inverse.written);
    case 'patchBack':
      return jsonEqual(object.spec, after.spec);
    case 'none':
      return isSameSpec(object.spec, after.spec);
    case 'delete':
    case 'unconfigure':
    case 'recreate':
      return false;
  }
};
