/**
 * `npm run bench`: measures what must stay fast and fails when a budget is exceeded. Prints a
 * line `ratio NAME VALUE LIMIT` per budget; the exit status is 1 when a value is above its limit.
 */
import { measureBudgets } from './budgets';
import { clusterText } from './clusterText';
import { measureDoctor } from './doctorBudgets';
import { measurePlans } from './planBudgets';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const full = clusterText(1);
const bytes = full.reduce((sum, text) => sum + text.length, 0);
say(`500 nodes, 10,000 VMs: ${full.length} objects, ${(bytes / 1_000_000).toFixed(0)} MB of JSON`);

const budgets = [
  ...measureBudgets(full, clusterText(10)),
  ...measureDoctor(full),
  ...measurePlans(full),
];
for (const { name, value, detail } of budgets) say(`${name}: ${value.toPrecision(3)} (${detail})`);
for (const { name, value, limit } of budgets) say(`ratio ${name} ${value.toPrecision(3)} ${limit}`);

const exceeded = budgets.filter(({ value, limit }) => value > limit);
if (exceeded.length > 0) {
  process.stderr.write(`over budget: ${exceeded.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 1;
}
