/**
 * NODE-016: NodeNetworkState is one object per node; with too many interfaces it outgrows etcd
 * (1.5 MB), and nmstate itself ends at 1000.
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NodeStateRecord } from '../../cluster/nodeStateRecord';
import { entityId } from '../../network/model';
import { whyNoState } from '../../network/nodeEvidence';
import { isInScope } from '../facts/scopeNodes';
import { fault, unclear } from '../finding';
import type { Rule, Severity } from '../model';
import { judgeEach } from '../judgeEach';
import { NODES } from '../walk';

const id = 'NODE-016';
const MANY = 500;
const TOO_MANY = 900;
const LARGE_BYTES = 1_000_000;

const severityOf = (state: NodeStateRecord): Severity | undefined => {
  if (state.interfaces.length > TOO_MANY) return 'error';
  const isLarge = (state.jsonSize ?? 0) > LARGE_BYTES;
  return state.interfaces.length > MANY || isLarge ? 'warning' : undefined;
};

const messageOf = (node: string, state: NodeStateRecord): Text => {
  const count = state.interfaces.length;
  if (count > MANY) {
    return text('NodeNetworkState of {{node}} holds {{count}} interfaces.', { node, count });
  }
  return text('NodeNetworkState of {{node}} has {{kilobytes}} kB.', {
    node,
    kilobytes: Math.round((state.jsonSize ?? 0) / 1000),
  });
};

export const NODE_016: Rule = {
  id,
  title: text('Too many interfaces for NMState'),
  severity: 'error',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'vms', 'vmis'],
  source: 'etcd request limit; nmstate documentation',
  check: (context) => {
    const { graph } = context;
    return judgeEach(context, id, NODES, (node) => {
      const subject = entityId('node', node.name);
      if (node.state?.hasState !== true) {
        const reason = isInScope(graph, node)
          ? whyNoState(graph.snapshot, node, node.name)
          : undefined;
        return reason === undefined ? undefined : unclear(subject, reason);
      }
      const severity = severityOf(node.state);
      if (severity === undefined) return undefined;
      return fault({
        severity,
        subject,
        message: messageOf(node.name, node.state),
        symptom: text('NodeNetworkState stops being updated, and policies may fail.'),
        fix: text('Have NMState ignore interfaces of pods, or spread the workload.'),
      });
    });
  },
};
