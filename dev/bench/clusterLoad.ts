/**
 * `npm run bench:cluster`: the embedded API server under the load of the design point (500 nodes, 10,000
 * VMs), in a process of its own as a client meets it. Prints each figure, then a line `ratio NAME VALUE
 * LIMIT` per limit; the exit status is 1 when one is exceeded. Limits are on the processor time of
 * server and client together, which on a machine with nothing else to do is what one waits at most,
 * and which other work on the machine does not change.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpuSeconds } from './cpuSeconds';
import { readLines } from './readLines';
import { serveLoad } from './serveLoad';
import type { FromServer, ToServer } from './serveLoad';

const WATCHERS = 20;
const EVENTS_PER_SECOND = 1000;
const SECONDS = 5;
const MEGABYTE = 1_000_000;

/** Every list that a page of the product makes. */
const LISTS = [
  '/api/v1/nodes',
  '/api/v1/namespaces',
  '/apis/nmstate.io/v1/nodenetworkconfigurationpolicies',
  '/apis/nmstate.io/v1beta1/nodenetworkconfigurationenactments',
  '/apis/nmstate.io/v1beta1/nodenetworkstates',
  '/apis/k8s.cni.cncf.io/v1/network-attachment-definitions',
  '/apis/k8s.ovn.org/v1/userdefinednetworks',
  '/apis/k8s.ovn.org/v1/clusteruserdefinednetworks',
  '/apis/kubevirt.io/v1/virtualmachines',
  '/apis/kubevirt.io/v1/virtualmachineinstances',
];
const VMS = '/apis/kubevirt.io/v1/virtualmachines';

interface Limit {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Bytes and objects of all lists, in pages as the plugin reads them. */
async function listAll(url: string): Promise<{ bytes: number; objects: number }> {
  let bytes = 0;
  let objects = 0;
  for (const path of LISTS) {
    let next = '';
    do {
      const query = next === '' ? '' : `&continue=${encodeURIComponent(next)}`;
      const text = await (await fetch(`${url}${path}?limit=1000${query}`)).text();
      const page = JSON.parse(text) as {
        items: unknown[];
        metadata: { continue?: string };
      };
      bytes += text.length;
      objects += page.items.length;
      next = page.metadata.continue ?? '';
    } while (next !== '');
  }
  return { bytes, objects };
}

/** Opens a watch and counts what arrives; resolves once it is open. */
async function watchVms(url: string, onEvent: () => void, signal: AbortSignal): Promise<void> {
  const list = (await (await fetch(`${url}${VMS}?limit=1`)).json()) as {
    metadata: { resourceVersion: string };
  };
  const { resourceVersion } = list.metadata;
  const response = await fetch(`${url}${VMS}?watch=1&resourceVersion=${resourceVersion}`, {
    signal,
  });
  if (response.body) void readLines(response.body, onEvent);
}

async function main(): Promise<void> {
  const child = fork(process.argv[1] ?? '', ['serve']);
  const ask = async (message: ToServer): Promise<FromServer> => {
    const answer = once(child, 'message');
    child.send(message);
    return ((await answer) as [FromServer])[0];
  };
  const { url = '' } = await ask({ type: 'start' });

  /** Seconds of processor time of both processes so far. */
  const work = async (): Promise<number> => {
    const { cpu = 0 } = await ask({ type: 'usage' });
    return cpu + cpuSeconds();
  };

  const before = await work();
  const begun = performance.now();
  const { bytes, objects } = await listAll(url);
  const listSeconds = (performance.now() - begun) / 1000;
  const listWork = (await work()) - before;
  say(
    `first list of all: ${listSeconds.toFixed(2)} s, ${listWork.toFixed(2)} s of work (${objects} objects, ${(bytes / MEGABYTE).toFixed(0)} MB)`,
  );

  const wanted = EVENTS_PER_SECOND * SECONDS;
  const stopping = new AbortController();
  let received = 0;
  await Promise.all(
    Array.from({ length: WATCHERS }, () =>
      watchVms(
        url,
        () => {
          received += 1;
        },
        stopping.signal,
      ),
    ),
  );
  const beforeWatch = await work();
  const watched = performance.now();
  await ask({ type: 'change', count: wanted, perSecond: EVENTS_PER_SECOND });
  while (received < wanted * WATCHERS) await new Promise((resolve) => setTimeout(resolve, 5));
  const watchSeconds = (performance.now() - watched) / 1000;
  const watchWork = (await work()) - beforeWatch;
  say(
    `${wanted} events, ${EVENTS_PER_SECOND} a second, to ${WATCHERS} watchers: all there after ${watchSeconds.toFixed(2)} s, ${watchWork.toFixed(2)} s of work (${received} deliveries)`,
  );
  const { memory = 0 } = await ask({ type: 'usage' });
  say(`resident memory of the server: ${memory.toFixed(0)} MB`);
  stopping.abort();
  child.kill();

  const limits: readonly Limit[] = [
    { name: 'cluster-first-list-seconds', value: listWork, limit: 5 },
    // Two cores are there for as long as the changes take.
    { name: 'cluster-watch-seconds', value: watchWork, limit: SECONDS * 2 },
    { name: 'cluster-memory-megabytes', value: memory, limit: 1000 },
  ];
  for (const { name, value, limit } of limits)
    say(`ratio ${name} ${value.toPrecision(3)} ${limit}`);
  const exceeded = limits.filter(({ value, limit }) => value > limit);
  if (exceeded.length > 0) {
    process.stderr.write(`over the limit: ${exceeded.map(({ name }) => name).join(', ')}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[2] === 'serve') serveLoad();
else await main();
