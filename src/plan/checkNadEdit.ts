/**
 * What stands against editing a NAD's configuration in place (PRE-005): NADs that share its network
 * name and would differ from it, and VMs that keep what they started with. Domain reference C.7.
 */
import { recordOf } from '../cluster/json';
import { text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import type { Guard, Step } from './model';

const id = 'PRE-005';

/** A finding, as far as it matters here. */
interface NewFinding {
  readonly rule: string;
}

const changesConfig = ({ write }: Step): boolean =>
  write.type === 'patch' &&
  recordOf(write.before.spec).config !== recordOf(write.after.spec).config;

/**
 * Guards of one step of a plan; none where it does not change the configuration of a NAD.
 * @param added what the doctor would find after the step that it does not find now
 */
export const checkNadEdit = (
  graph: NetworkGraph,
  step: Step,
  added: readonly NewFinding[],
): readonly Guard[] => {
  if (step.ref.kind !== 'NetworkAttachmentDefinition' || !changesConfig(step)) return [];
  const guards: Guard[] = [];
  if (added.some(({ rule }) => rule === 'NAD-008')) {
    guards.push({
      id,
      level: 'block',
      field: 'networkName',
      message: text(
        'Other NADs share the network name of this one, and it would differ from them.',
      ),
      fix: text('Give the NAD a network name of its own, or change all of them together.'),
    });
  }
  const running = graph
    .vnicsOfNad(`${step.ref.namespace}/${step.ref.name}`)
    .filter(({ instanceNetwork }) => instanceNetwork !== undefined).length;
  if (running > 0) {
    guards.push({
      id,
      level: 'warn',
      field: 'vms',
      message: text('Running VM NICs on this NAD: {{total}}. They keep what they started with.', {
        total: running,
      }),
      fix: text('Restart their VMs once the fix is applied.'),
    });
  }
  return guards;
};
