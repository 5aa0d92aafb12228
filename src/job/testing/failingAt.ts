/** An API that fails once at the write of one step, for the fault matrix; overloaded, it stays so. */
import type { KubeObject } from '../../cluster/kubeObject';
import type { Step } from '../../plan/model';
import type { Api } from '../api';

/** What a request is answered with; without a status no answer comes. */
export interface Thrown {
  readonly status?: number;
  readonly reason?: string;
  readonly message: string;
}

/** @param moment before the API server has stored anything, or after it has */
export const failingAt = (
  api: Api,
  { ref, write }: Step,
  thrown: Thrown,
  moment: 'before' | 'after',
): Api => {
  const times = thrown.status === 429 ? Number.POSITIVE_INFINITY : 1;
  let failures = 0;
  const at = async (isIt: boolean, send: () => Promise<KubeObject>): Promise<KubeObject> => {
    if (!isIt || failures >= times) return send();
    failures += 1;
    if (moment === 'after') await send();
    throw Object.assign(new Error(thrown.message), thrown);
  };
  return {
    ...api,
    create: (body, options) =>
      at(body.kind === ref.kind && body.metadata?.name === ref.name, () =>
        api.create(body, options),
      ),
    patch: (to, operations, options) =>
      at(write.type === 'patch' && operations === write.operations, () =>
        api.patch(to, operations, options),
      ),
    remove: async (from, uid, options) => {
      await at(write.type === 'delete' && uid === write.uid, async () => {
        await api.remove(from, uid, options);
        return {};
      });
    },
  };
};
