/** A page that is open for days brings its diagnosis forward many times: what is outdated must be let go. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { editListing } from '../cluster/editListing';
import { readVm } from '../cluster/readVm';
import { completeSnapshot } from '../cluster/snapshotOf';
import { buildGraph } from '../network/buildGraph';
import type { NetworkGraph } from '../network/networkGraph';
import { updateGraph } from '../network/updateGraph';
import { updateDoctor } from './incremental';
import { runDoctor } from './runDoctor';
import { healthyObjects } from './testing/healthyObjects';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const NOW = Date.parse('2026-06-01T00:00:00Z');
const CHANGES = 5;

test('the graphs before a change are not kept by the diagnosis after it', async () => {
  const outdated: WeakRef<NetworkGraph>[] = [];
  const bringForward = () => {
    const objects = healthyObjects();
    const vm = objects.find(({ kind }) => kind === 'VirtualMachine');
    let graph = buildGraph(completeSnapshot(objects));
    let diagnosis = runDoctor({ graph, now: NOW });
    for (let change = 0; change < CHANGES; change += 1) {
      outdated.push(new WeakRef(graph));
      const { snapshot } = graph;
      const status = { printableStatus: change % 2 === 0 ? 'Paused' : 'Stopped' };
      const [key = ''] = snapshot.vms.items.keys();
      const vms = editListing(snapshot.vms, key, readVm({ ...vm, status }));
      expect(vms.items.size).toBe(snapshot.vms.items.size);
      const next = updateGraph(graph, { ...snapshot, vms });
      diagnosis = updateDoctor(diagnosis, graph, { graph: next, now: NOW });
      graph = next;
    }
    return diagnosis;
  };
  const diagnosis = bringForward();
  // A weak reference made in this turn of the event loop is kept until its end.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(outdated.filter((ref) => ref.deref() !== undefined)).toHaveLength(0);
  expect(diagnosis.rules.size).toBeGreaterThan(100);
});
