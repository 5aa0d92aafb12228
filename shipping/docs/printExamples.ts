/**
 * Prints, as JSON, what each rule says of the smallest cluster that has its fault. Those clusters are the
 * rules' own tests: they are loaded here with a `ruleCase` that runs the doctor instead of declaring tests.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NOW } from '../../dev/test/makeCluster';
import { completeSnapshot } from '../../src/cluster/snapshotOf';
import { formatText } from '../../src/cluster/text';
import type { RuleCase } from '../../src/doctor/testing/ruleCase';
import { runDoctor } from '../../src/doctor/runDoctor';
import { buildGraph } from '../../src/network/buildGraph';
import type { FindingExample } from './findingPages';

const examples: FindingExample[] = [];

function collect({ rule, faulty, now = NOW }: RuleCase): void {
  const snapshot = 'vms' in faulty ? faulty : completeSnapshot(faulty);
  const { findings } = runDoctor({ graph: buildGraph(snapshot), now });
  for (const finding of findings.filter((candidate) => candidate.rule === rule.id)) {
    examples.push({
      rule: finding.rule,
      severity: finding.severity,
      message: formatText(finding.message),
      ...(finding.symptom === undefined ? {} : { symptom: formatText(finding.symptom) }),
      fix: formatText(finding.fix),
    });
  }
}

const ignore = (): void => undefined;
const ignored = Object.assign(ignore, { each: () => ignore });
Object.assign(globalThis, { describe: ignored, test: ignored, it: ignored, expect: ignored });

const load = createRequire(__filename);
const realCase = load.resolve('../../src/doctor/testing/ruleCase');
const stand = { ...module, id: realCase, filename: realCase, loaded: true };
load.cache[realCase] = Object.assign(stand, { exports: { ruleCase: collect } });

const folder = path.resolve(__dirname, '../../src/doctor/rules');
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .sort()) {
  load(path.join(folder, file));
}
process.stdout.write(JSON.stringify(examples));
