/** The scenarios that are there to show a finding show it; the cluster they are made from shows none. */
import { brokenScenarioRules } from '../../dev/scenarios/brokenScenarios';
import { loadScenario } from '../../dev/scenarios/scenarios';
import { completeSnapshot } from '../cluster/snapshotOf';
import { buildGraph } from '../network/buildGraph';
import { runDoctor } from './runDoctor';

const NOW = Date.parse('2025-09-20T08:05:00Z');

const headlinesOf = async (scenario: string): Promise<readonly string[]> => {
  const { objects } = await loadScenario(scenario);
  const graph = buildGraph(completeSnapshot(objects));
  const { findings } = runDoctor({ graph, now: NOW });
  const headlines = findings.filter(
    ({ severity, causedBy }) => severity !== 'info' && causedBy.length === 0,
  );
  return [...new Set(headlines.map(({ rule }) => rule))];
};

test.each([...brokenScenarioRules])(
  '%s has %s for its only headline; the rest is its consequence',
  async (scenario, rule) => {
    expect(await headlinesOf(scenario)).toEqual([rule]);
  },
);

test('the healthy cluster shows none of them', async () => {
  expect(await headlinesOf('dual-nic')).toEqual([]);
});
