/**
 * The scenarios that come with the console shell: the healthy ones give nothing at warning or
 * above, the article's cluster gives exactly the defects of its own YAML.
 */
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
  'no-nmstate',
  ...[...brokenScenarioRules].map(([name]) => name),
]);

const HEALTHY = listScenarios()
  .map(({ name }) => name)
  .filter((name) => !NOT_HEALTHY.has(name));

const loud = async (name: string) => {
  const { objects } = await loadScenario(name);
  const newest = objects.reduce((time, object) => newestTimestamp(object, time), '');
  const graph = buildGraph(completeSnapshot(objects));
  const { findings } = runDoctor({ graph, now: Date.parse(newest) });
  return findings.filter(({ severity }) => severity !== 'info');
};

test.each(HEALTHY)('%s: nothing at warning or above', async (name) => {
  const findings = await loud(name);
  expect(findings.map((f) => `${f.rule} ${f.subject} ${formatText(f.message)}`)).toEqual([]);
});

const MASTERS = ['hub-tq2sk-master-0', 'hub-tq2sk-master-1', 'hub-tq2sk-master-2'];
const VLANS = ['vlan-1924', 'vlan-1926'];

test('article-as-written: the defects of its YAML', async () => {
  const findings = await loud('article-as-written');
  expect(findings.map(({ rule, subject }) => `${rule} ${subject}`).sort()).toEqual(
    [
      // The OVS bridge has STP on and does not keep OVN's patch ports.
      'NNCP-012 policy/br-vmdata-ovs',
      'NNCP-013 policy/br-vmdata-ovs',
      // The mappings have no nodeSelector, the bridge has one.
      ...VLANS.map((vlan) => `NNCP-021 policy/ovs-bridge-mapping-${vlan.slice(-4)}`),
      ...MASTERS.flatMap((node) => VLANS.map((vlan) => `NODE-002 mapping/${node}/${vlan}`)),
      // The NADs leave the MTU to the overlay.
      ...VLANS.map((vlan) => `NAD-013 network/${vlan}`),
    ].sort(),
  );
});

test('article-as-written: the missing bridges are the consequence of the wide mappings', async () => {
  const findings = await loud('article-as-written');
  const causes = findings.filter(({ rule }) => rule === 'NODE-002').flatMap((f) => f.causedBy);
  expect(new Set(causes.map(({ rule }) => rule))).toEqual(new Set(['NNCP-021']));
});
