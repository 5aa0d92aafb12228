/**
 * What the pages know at one moment: the snapshot, the graph built from it and the doctor's answer.
 * Computing one from the other is pure; the store decides when.
 */
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import type { KindKey, Snapshot } from '../../cluster/snapshot';
import { updateDoctorSteps } from '../../doctor/incremental';
import type { Diagnosis } from '../../doctor/model';
import { doctorSteps } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Steps } from '../../network/steps';
import { updateGraph } from '../../network/updateGraph';

export interface NetworkModel {
  readonly snapshot: Snapshot;
  /** Undefined until the first snapshot has been worked on. */
  readonly graph?: NetworkGraph;
  readonly diagnosis?: Diagnosis;
  /** No kind is still loading; what is missing then is missing for a reason. */
  readonly isComplete: boolean;
}

/** Every kind's listing is the same object in both snapshots. */
const isUnchanged = (before: Snapshot, after: Snapshot): boolean =>
  (Object.keys(after) as KindKey[]).every((kind) => before[kind] === after[kind]);

/**
 * The model after a change, from the model before it where there is one, piece by piece. Without a change
 * in the snapshot only checks that look at the clock run again.
 * @param now milliseconds since the epoch
 */
export function* modelSteps(
  previous: NetworkModel | undefined,
  snapshot: Snapshot,
  now: number,
): Steps<NetworkModel> {
  const isComplete = isSnapshotComplete(snapshot);
  if (previous?.graph === undefined || previous.diagnosis === undefined) {
    const graph = buildGraph(snapshot);
    yield;
    const diagnosis = yield* doctorSteps({ graph, now });
    return { snapshot, graph, diagnosis, isComplete };
  }
  const graph = isUnchanged(previous.snapshot, snapshot)
    ? previous.graph
    : updateGraph(previous.graph, snapshot);
  yield;
  const diagnosis = yield* updateDoctorSteps(previous.diagnosis, previous.graph, { graph, now });
  return { snapshot, graph, diagnosis, isComplete };
}
