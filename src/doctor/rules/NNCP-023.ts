/**
 * NNCP-023: an OVS bridge holds no IP and no MAC address; they belong to the internal interface
 * of the same name.
 */
import type { InterfaceRecord, IpStack } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { policyId } from '../facts/policyIds';
import { isWanted, writtenIntent } from '../../network/policyIntent';
import { fault, judge } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-023';

const isUsed = (stack: IpStack | undefined): boolean =>
  stack !== undefined && (stack.enabled || stack.dhcp || stack.addresses.length > 0);

const isMisplaced = (entry: InterfaceRecord): boolean =>
  entry.type === 'ovs-bridge' &&
  isWanted(entry) &&
  (isUsed(entry.ipv4) || isUsed(entry.ipv6) || entry.mac !== undefined);

export const NNCP_023: Rule = {
  id,
  title: text('Address or MAC on the ovs-bridge entry'),
  severity: 'error',
  tier: 'S',
  reads: ['policies'],
  source: 'nmstate rust/src/lib/ifaces/ovs.rs',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      const entry = writtenIntent(policy).interfaces.find(isMisplaced);
      if (entry === undefined) return undefined;
      return fault({
        severity: 'error',
        subject: policyId(policy),
        message: text(
          'Policy {{policy}} puts an IP or MAC address on the ovs-bridge entry of {{bridge}}.',
          { policy: policy.meta.name, bridge: entry.name },
        ),
        symptom: text('The address is not set, or the policy fails.'),
        fix: text('Move it to an ovs-interface entry named {{bridge}}.', { bridge: entry.name }),
      });
    }),
};
