/** The scenarios that are there to show a finding show it; the cluster they are made from shows none. */
import { brokenScenarioRules } from '../../dev/scenarios/brokenScenarios';
import { loadScenario } from '../../dev/scenarios/scenarios';
import { completeSnapshot } from '../cluster/snapshotOf';
import { buildGraph } from '../network/buildGraph';
import { runDoctor } from './runDoctor';

const NOW = Date.parse('2025-09-20T08:05:00Z');

const rulesOf = async (scenario: string): Promise<readonly string[]> => {
  const { objects } = await loadScenario(scenario);
  const graph = buildGraph(completeSnapshot(objects));
  const { findings } = runDoctor({ graph, now: NOW });
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
};

test.each([...brokenScenarioRules])('%s shows %s', async (scenario, rule) => {
  expect(await rulesOf(scenario)).toContain(rule);
});

test('the healthy cluster shows none of them', async () => {
  expect(await rulesOf('dual-nic')).toEqual([]);
});
