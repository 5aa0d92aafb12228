/**
 * The seven ways, each on a cluster of its kind: planned by clicks, applied, taken back, and the
 * cluster compared object by object with what it was.
 */
import { parse } from 'yaml';
import { Cluster, NNCPS, NNSS, nads } from './cluster';
import { expect, test } from './stack';
import { apply, fillWizard } from './wizard';
import type { Attachment } from './wizard';

interface FlowCase extends Attachment {
  readonly flow: string;
  readonly scenario: string;
  /** Kinds that the way must have written besides the VM. */
  readonly writes: readonly string[];
}

const POLICY = 'NodeNetworkConfigurationPolicy';
const NAD = 'NetworkAttachmentDefinition';

const cases: readonly FlowCase[] = [
  {
    flow: 'D.1',
    scenario: 'bond-kernel',
    vlan: '2001',
    vm: 'red/web',
    writes: [NAD],
  },
  {
    flow: 'D.2',
    scenario: 'single-nic-native-vlan',
    reach: 'The untagged network of the switch port',
    way: 'br-ex, untagged',
    vm: 'red/web',
    writes: [NAD],
  },
  {
    flow: 'D.3',
    scenario: 'single-nic-native-vlan',
    way: 'br-ex, tagged beside the native VLAN',
    vlan: '310',
    vm: 'red/web',
    writes: [NAD],
  },
  {
    flow: 'D.4',
    scenario: 'single-nic-tagged-vlan',
    way: 'A VLAN interface beside br-ex',
    vlan: '300',
    vm: 'red/web',
    writes: [POLICY, NAD],
  },
  {
    flow: 'D.5',
    scenario: 'linux-bridge',
    way: 'Linux bridge',
    vlan: '160',
    vm: 'red/web',
    writes: [NAD],
  },
  {
    flow: 'D.6',
    scenario: 'single-nic',
    way: 'ClusterUserDefinedNetwork',
    vlan: '170',
    vm: 'red/web',
    writes: ['ClusterUserDefinedNetwork'],
  },
  {
    flow: 'D.7',
    scenario: 'layer2',
    reach: 'Other VMs only',
    way: 'Overlay between VMs',
    vm: 'red/a',
    writes: ['UserDefinedNetwork'],
  },
];

const LISTS = [
  NNCPS,
  '/apis/k8s.cni.cncf.io/v1/network-attachment-definitions',
  '/apis/k8s.ovn.org/v1/clusteruserdefinednetworks',
  '/apis/k8s.ovn.org/v1/userdefinednetworks',
  '/apis/kubevirt.io/v1/virtualmachines',
  '/api/v1/namespaces',
  NNSS,
] as const;

/** Names, labels and specs; of nodes the interfaces and mappings that they report. */
const picture = async (cluster: Cluster): Promise<Record<string, unknown>> => {
  const lists = await Promise.all(LISTS.map((path) => cluster.list(path)));
  const objects = lists.flatMap((list, index) =>
    list.map((object): [string, unknown] => [
      `${LISTS[index] ?? ''} ${object.metadata.namespace ?? ''}/${object.metadata.name}`,
      content(object),
    ]),
  );
  return Object.fromEntries(objects);
};

const content = (object: unknown): unknown => {
  const { metadata, spec, status } = object as {
    metadata: { labels?: unknown };
    spec?: unknown;
    status?: { currentState?: { interfaces: Entry[]; ovn?: unknown } };
  };
  const state = status?.currentState;
  return {
    labels: metadata.labels,
    spec,
    ...(state === undefined
      ? {}
      : { interfaces: state.interfaces.filter(isOfTheHost).map(entryOf).sort(), ovn: state.ovn }),
  };
};

interface Entry {
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly mtu?: number;
  readonly controller?: string;
}

/** Pods come and go with a migration; what a policy may write stays. */
const isOfTheHost = ({ type }: Entry): boolean =>
  ['ethernet', 'bond', 'vlan', 'linux-bridge', 'ovs-bridge'].includes(type);

const entryOf = ({ type, name, state, mtu, controller }: Entry): string =>
  [type, name, state, mtu ?? '', controller ?? ''].join(' ');

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: unknown;
}

const addressOf = ({ kind, metadata: { name, namespace = '' } }: Manifest): string => {
  switch (kind) {
    case POLICY:
      return `${NNCPS}/${name}`;
    case NAD:
      return `${nads(namespace)}/${name}`;
    case 'UserDefinedNetwork':
      return `/apis/k8s.ovn.org/v1/namespaces/${namespace}/userdefinednetworks/${name}`;
    default:
      return `/apis/k8s.ovn.org/v1/clusteruserdefinednetworks/${name}`;
  }
};

/** A policy is for one node first; what it asks of the nodes stays. That it is D's, flows.test.ts shows. */
const inSubstance = (spec: unknown): unknown =>
  typeof spec === 'object' && spec !== null && 'desiredState' in spec ? spec.desiredState : spec;

for (const { flow, scenario, writes, ...wanted } of cases) {
  test.describe(flow, () => {
    test.use({ scenario });
    test(`${flow} on ${scenario}: planned, applied, taken back`, async ({ page, stack }) => {
      const cluster = new Cluster(stack.api);
      const before = await picture(cluster);
      await page.goto(`${stack.url}/vm-networks`);
      await fillWizard(page, wanted);
      const promised: Manifest[] = [];
      for (const kind of writes) {
        const step = page.locator(`[data-test^="planned-${kind}"]`).first();
        await expect(step).toBeVisible();
        promised.push(parse(await step.locator('pre code').first().innerText()) as Manifest);
      }
      await apply(page);
      await expect(page.getByTestId('job-succeeded')).toBeVisible({ timeout: 60_000 });
      for (const manifest of promised) {
        const { spec } = await cluster.get(addressOf(manifest));
        expect(inSubstance(spec)).toEqual(inSubstance(manifest.spec));
      }
      await page.getByRole('button', { name: 'Take back' }).click();
      await expect(page.getByTestId('job-undone')).toBeVisible({ timeout: 60_000 });
      expect(await picture(cluster)).toEqual(before);
    });
  });
}
