/** All scenarios by name. A scenario is added by a row in one of the tables below. */
import { articleScenarios } from './articleScenarios';
import { brokenScenarios } from './brokenScenarios';
import { driftScenario } from './driftScenario';
import { generatedScenario } from './generatedScenario';
import { manyProblemsScenario } from './manyProblemsScenario';
import { networkScenarios } from './networkScenarios';
import { partialScenarios } from './partialScenarios';
import type { Scenario, ScenarioSize, ScenarioSource } from './scenario';

const sources = new Map<string, ScenarioSource>(
  [
    ...articleScenarios,
    ...networkScenarios,
    driftScenario,
    ...brokenScenarios,
    ...partialScenarios,
    generatedScenario,
    manyProblemsScenario,
  ].map((source) => [source.name, source]),
);

/** Names and one-line descriptions, the default scenario first. */
export function listScenarios(): { name: string; description: string }[] {
  return [...sources.values()].map(({ name, description }) => ({ name, description }));
}

/**
 * The objects of a scenario, settled.
 * @throws Error that lists the known names, when there is no scenario of this name
 */
export async function loadScenario(name: string, size: ScenarioSize = {}): Promise<Scenario> {
  const source = sources.get(name);
  if (!source) {
    const known = [...sources.keys()].join(', ');
    throw new Error(`There is no scenario "${name}". Known scenarios: ${known}.`);
  }
  return { name: source.name, description: source.description, ...(await source.load(size)) };
}
