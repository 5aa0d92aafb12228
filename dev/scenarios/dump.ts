/**
 * Prints a scenario as one YAML List, as `oc get -o yaml` would:
 * `npx tsx dev/scenarios/dump.ts NAME`; without a name it lists the scenarios.
 */
import { stringify } from 'yaml';
import { listScenarios, loadScenario } from './scenarios';

async function main(name: string | undefined): Promise<void> {
  if (name === undefined) {
    for (const scenario of listScenarios()) {
      process.stdout.write(`${scenario.name.padEnd(24)}${scenario.description}\n`);
    }
    return;
  }
  const { objects } = await loadScenario(name);
  const items = objects.map((object, index) => ({
    ...object,
    metadata: { ...object.metadata, resourceVersion: String(10_000 + index) },
  }));
  const list = { apiVersion: 'v1', kind: 'List', items };
  process.stdout.write(stringify(list, { aliasDuplicateObjects: false, lineWidth: 0 }));
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
