import { NOW, node } from '../../../dev/test/makeCluster';
import { nnce, nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import type { NncpOptions } from '../../../dev/test/makeClusterPolicies';
import { forbid, healthyWith, minutesAgo, progressing } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_002 } from './NNCP-002';

const policy = (options: NncpOptions) =>
  nncp('br-vmdata', {
    interfaces: ovsBridgeWanted('br-vmdata', ['ens224']),
    mappings: { vmdata: 'br-vmdata' },
    ...options,
  });

const busy = (minutes: number) =>
  healthyWith(
    policy({ conditions: progressing(minutes) }),
    nnce('worker-1', 'br-vmdata', { state: 'Progressing', at: minutesAgo(minutes) }),
  );

const undated = progressing(20).map((condition) => ({
  ...condition,
  lastTransitionTime: undefined,
}));

const common = {
  rule: NNCP_002,
  subject: 'policy/br-vmdata',
  mended: busy(5),
  unseen: healthyWith(policy({ conditions: undated })),
  now: NOW,
} as const;

ruleCase({ ...common, name: 'for 20 minutes', faulty: busy(20), severity: 'warning' });
ruleCase({ ...common, name: 'for an hour', faulty: busy(60), severity: 'error' });
ruleCase({
  ...common,
  name: 'waiting for nobody',
  faulty: healthyWith(
    policy({ conditions: progressing(5) }),
    nnce('worker-1', 'br-vmdata', { state: 'Pending', at: minutesAgo(5) }),
  ),
  severity: 'warning',
});

const leaked = (minutes: number) => ({
  ...policy({ conditions: progressing(minutes), nodeSelector: { rack: 'b' } }),
  status: { conditions: progressing(minutes), unavailableNodeCountMap: { '1': 1 } },
});
/** The policy counts a node, and no node has ever begun. */
const counted = (minutes: number) =>
  healthyWith(node('worker-1', { ip: '192.168.4.12', labels: { rack: 'b' } }), {
    ...leaked(minutes),
    metadata: { ...leaked(minutes).metadata, name: 'leaked' },
  });

ruleCase({
  rule: NNCP_002,
  subject: 'policy/leaked',
  name: 'a counter without enactments',
  faulty: counted(5),
  mended: counted(1),
  unseen: forbid(counted(5), 'enactments'),
  severity: 'warning',
  now: NOW,
});
