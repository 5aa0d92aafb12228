/**
 * VM-010: an interface that was plugged or unplugged while the VM runs has not arrived, or not
 * gone. Usually a migration is due and does not happen.
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { conditionOf } from '../../cluster/readConditions';
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';
import { fault } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, RuleContext } from '../model';
import { hasPassed } from '../ruleRun';
import { isBefore, kubevirtRelease } from '../facts/release';
import { unfinishedPlug } from '../facts/unfinishedPlug';
import { vmOfVnic, vnicLabel } from '../vmFacts';
import { judgeNics } from '../judgeNics';

const id = 'VM-010';
const GRACE_MS = 120_000;

/** When the NIC list of the instance last changed or the guest came up, in milliseconds. */
const changedAt = ({ vmi }: VmView): number =>
  Math.max(
    vmi?.meta.specChangedAt ?? vmi?.meta.createdAt ?? 0,
    conditionOf(vmi?.conditions ?? [], 'Ready')?.changedAt ?? 0,
  );

const fixOf = (graph: NetworkGraph, vm: VmView): Text => {
  const conditions = vm.vmi?.conditions ?? [];
  if (conditionOf(conditions, 'LiveMigratable')?.status === 'False') {
    return text('The VM cannot be live-migrated: restart it.');
  }
  if (conditionOf(conditions, 'MigrationRequired')?.status === 'True') {
    return text('A migration is required: start one (namespace admins may lack the right).');
  }
  return releaseFix(graph);
};

/** KubeVirt migrates by itself to plug a NIC since 1.6, where changes are rolled out live (A.7.2). */
const releaseFix = (graph: NetworkGraph): Text => {
  const release = kubevirtRelease(graph);
  const [kubevirt] = graph.snapshot.kubevirts.items.values();
  const strategy = kubevirt?.rolloutStrategy ?? '';
  if (release === undefined || (strategy === '' && !isBefore(release, 1, 6))) {
    return text('Live-migrate the VM; if it cannot be migrated, restart it.');
  }
  return isBefore(release, 1, 6) || strategy !== 'LiveUpdate'
    ? text('Live-migrate the VM: KubeVirt {{version}} does not do it by itself here.', {
        version: release.text,
      })
    : text(
        'KubeVirt {{version}} should have migrated the VM by itself: see its migrations, or live-migrate it.',
        { version: release.text },
      );
};

const judgeVnic = (context: RuleContext, vnic: VnicView): Judgement | undefined => {
  const problem = unfinishedPlug(vnic);
  const vm = problem === undefined ? undefined : vmOfVnic(context.graph, vnic);
  if (problem === undefined || vm === undefined) return undefined;
  if (!hasPassed(context, changedAt(vm) + GRACE_MS - 1)) return undefined;
  const values = { vnic: vnicLabel(vnic) };
  return fault({
    severity: 'warning',
    subject: vnic.id,
    related: [vm.id],
    message:
      problem === 'unplug'
        ? text('{{vnic}} is to be unplugged and is still in the running VM.', values)
        : text('{{vnic}} is in the spec of the running VM, but not attached.', values),
    symptom: text('The guest does not see the change.'),
    fix: fixOf(context.graph, vm),
  });
};

export const VM_010: Rule = {
  id,
  title: text('Plugging or unplugging has not finished'),
  severity: 'warning',
  tier: 'R',
  reads: ['vmis'],
  consults: ['vms', 'kubevirts'],
  source: 'kubevirt pkg/network/migration/evaluator.go',
  check: (context) => judgeNics(context, id, (vnic) => judgeVnic(context, vnic)),
};
