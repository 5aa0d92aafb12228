/** NNCP-003, NNCP-004, NNCP-020, NODE-001: the selection reaches nodes, they are there, and all are meant. */
import { text } from '../../cluster/text';
import type { FlowContext } from '../flows/flow';
import type { Guard } from '../model';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const isOverlay = ({ intent }: FlowContext): boolean => intent.flow === 'layer2';

export const NNCP_003: GuardRule = {
  id: 'NNCP-003',
  check: (context) => {
    if (isOverlay(context) || context.nodes.length > 0) return [];
    if (context.intent.uplink.type === 'unseen') return [];
    const { nodes } = context.graph.snapshot;
    const message =
      nodes.state === 'complete' || nodes.state === 'stale'
        ? text('No node matches this selection.')
        : text('The nodes of the cluster are not readable, so none can be chosen.');
    return [guard('NNCP-003', 'block', 'nodes', message)];
  },
};

/** A network is used of which nobody here can see whether it reaches the VM. */
export const NODE_001: GuardRule = {
  id: 'NODE-001',
  check: ({ intent }) =>
    intent.uplink.type === 'unseen'
      ? [
          guard(
            'NODE-001',
            'info',
            'nodes',
            text(
              'What the nodes have cannot be read: whether network {{network}} reaches a VM shows when it runs.',
              { network: intent.networkName },
            ),
          ),
        ]
      : [],
};

export const NNCP_004: GuardRule = {
  id: 'NNCP-004',
  check: (context) => {
    if (isOverlay(context)) return [];
    const notReady = context.nodes
      .filter((node) => node.record?.ready !== true)
      .map((node) => node.name);
    if (notReady.length === 0) return [];
    return [
      guard(
        'NNCP-004',
        'warn',
        'nodes',
        text('Not ready, and skipped until they are: {{nodes}}.', { nodes: notReady.join(', ') }),
      ),
    ];
  },
};

export const NNCP_020: GuardRule = {
  id: 'NNCP-020',
  check: ({ nodes, intent }): readonly Guard[] => {
    const changes = intent.uplink.type === 'newBridge' || intent.uplink.type === 'vlanBridge';
    const idle = nodes.filter((node) => node.isControlPlane && !node.runsVms);
    if (!changes || idle.length === 0) return [];
    return [
      guard(
        'NNCP-020',
        'warn',
        'nodes',
        text('The selection includes control-plane nodes that run no VMs: {{nodes}}.', {
          nodes: idle.map((node) => node.name).join(', '),
        }),
      ),
    ];
  },
};
