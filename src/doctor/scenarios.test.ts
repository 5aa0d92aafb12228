/**
 * The scenarios that come with the console shell: the healthy ones give nothing at warning or
 * above, the article's cluster gives exactly the defects of its own YAML.
 */
import type { KubeObject } from '../../dev/api-server/kubeObject';
import { brokenScenarioRules } from '../../dev/scenarios/brokenScenarios';
import { listScenarios, loadScenario } from '../../dev/scenarios/scenarios';
import { newestTimestamp } from '../cluster/newestTimestamp';
import { completeSnapshot } from '../cluster/snapshotOf';
import { formatText } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import { runDoctor } from './runDoctor';

/** Scenarios that are about what is wrong or cannot be seen; the broken ones have a test of their own. */
const NOT_HEALTHY: ReadonlySet<string> = new Set([
  'article-as-written',
  'drift',
  'many-problems',
  'no-nmstate',
  ...[...brokenScenarioRules].map(([name]) => name),
]);

const HEALTHY = listScenarios()
  .map(({ name }) => name)
  .filter((name) => !NOT_HEALTHY.has(name));

const found = async (name: string) => foundIn((await loadScenario(name)).objects);

const foundIn = (objects: readonly KubeObject[]) => {
  const newest = objects.reduce((time, object) => newestTimestamp(object, time), '');
  const graph = buildGraph(completeSnapshot(objects));
  return runDoctor({ graph, now: Date.parse(newest) }).findings;
};

const loud = async (name: string) =>
  (await found(name)).filter(({ severity }) => severity !== 'info');

test.each(HEALTHY)('%s: nothing at warning or above', async (name) => {
  const findings = await loud(name);
  expect(findings.map((f) => `${f.rule} ${f.subject} ${formatText(f.message)}`)).toEqual([]);
});

/** What is said of a healthy scenario at info level, and why it is so. */
const REMAINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-kubevirt': {
    'NAD-025': 'without KubeVirt there is no VM, so nothing uses the NADs',
  },
  generated: {
    'NAD-024': 'the generator counts VLANs from 100, and numbers its NADs from 0',
    'NAD-025': 'there are more NADs than the VMs of the small size use',
  },
};

test.each(HEALTHY)('%s: what remains is known and explained', async (name) => {
  const rules = new Set((await found(name)).map(({ rule }) => rule));
  expect([...rules].sort()).toEqual(Object.keys(REMAINS[name] ?? {}).sort());
});

test('no-nmstate: that NMState is not there is said once', async () => {
  const findings = await found('no-nmstate');
  expect(findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(['CL-001 cluster']);
});

test('drift: one node lost its mapping, one its uplink, one has another MTU', async () => {
  const findings = await found('drift');
  expect(findings.map(({ rule, subject }) => `${rule} ${subject}`).sort()).toEqual([
    'NAD-005 nad/fleet/vlan-1924',
    'NAD-006 nad/fleet/vlan-1924',
    'NAD-013 network/vlan-1924',
    'NNCP-016 policy/br-vmdata',
    'NODE-004 bridge/worker-58/br-vmdata',
    'NODE-010 localnet/vlan-1924',
  ]);
});

const MASTERS = ['hub-tq2sk-master-0', 'hub-tq2sk-master-1', 'hub-tq2sk-master-2'];
const VLANS = ['vlan-1924', 'vlan-1926'];

/** Domain reference 0.5, the two rows of the article's YAML; its other rows are diagrams, and documents. */
const IN_THE_ARTICLE = [
  // First row: the OVS bridge has STP on, does not keep OVN's patch ports, has no internal interface.
  'NNCP-012 policy/br-vmdata-ovs',
  'NNCP-013 policy/br-vmdata-ovs',
  'NNCP-015 policy/br-vmdata-ovs',
  // Second row: the mappings have no nodeSelector, the bridge has one; so other nodes get a mapping to
  // a bridge they lack.
  ...VLANS.flatMap((vlan) => [
    `NNCP-020 policy/ovs-bridge-mapping-${vlan.slice(-4)}`,
    `NNCP-021 policy/ovs-bridge-mapping-${vlan.slice(-4)}`,
  ]),
  ...MASTERS.flatMap((node) => VLANS.map((vlan) => `NODE-002 mapping/${node}/${vlan}`)),
];

/** What the YAML leaves out, which part C counts though 0.5 does not speak of it; neither follows from the other. */
const LEFT_OUT = [
  // "mapped own bridge without mcast-snooping-enable: true"
  'NNCP-014 policy/br-vmdata-ovs',
  // "NAD localnet without mtu: 1400 is used on a default cluster"
  ...VLANS.map((vlan) => `NAD-013 network/${vlan}`),
];

const named = (findings: Awaited<ReturnType<typeof found>>) =>
  findings.map(({ rule, subject }) => `${rule} ${subject}`).sort();

test('article-as-written: the defects of its YAML, and nothing else at any level', async () => {
  const findings = await found('article-as-written');
  expect(named(findings)).toEqual([...IN_THE_ARTICLE, ...LEFT_OUT].sort());
  // Those beyond 0.5 are headlines of their own: nothing of the article causes them.
  const beyond = findings.filter(({ rule }) => rule === 'NNCP-014' || rule === 'NAD-013');
  expect(beyond.flatMap(({ causedBy }) => causedBy)).toEqual([]);
});

test('article-as-written: with what it leaves out stated, exactly the defects of 0.5', async () => {
  const { objects } = await loadScenario('article-as-written');
  const stated = objects.map((object) => {
    const json = JSON.stringify(object)
      .replaceAll('"stp":true', '"stp":true,"mcast-snooping-enable":true')
      .replaceAll(String.raw`\"topology\":`, String.raw`\"mtu\":1500,\"topology\":`);
    return JSON.parse(json) as KubeObject;
  });
  expect(named(foundIn(stated))).toEqual([...IN_THE_ARTICLE].sort());
});

test('article-as-written: the missing bridges are the consequence of the wide mappings', async () => {
  const findings = await loud('article-as-written');
  const causes = findings.filter(({ rule }) => rule === 'NODE-002').flatMap((f) => f.causedBy);
  expect(new Set(causes.map(({ rule }) => rule))).toEqual(new Set(['NNCP-021']));
});
