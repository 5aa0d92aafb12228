import { NOW } from '../../../dev/test/makeCluster';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_023 } from './NNCP-023';

const bridgeWith = (extra: object) => {
  const [bridge, internal] = ovsBridgeWanted('br-vmdata', ['ens224']);
  return healthyWith(
    nncp('br-vmdata', {
      interfaces: [{ ...bridge, ...extra }, internal],
      mappings: { vmdata: 'br-vmdata' },
    }),
  );
};

const common = {
  rule: NNCP_023,
  subject: 'policy/br-vmdata',
  severity: 'error',
  mended: bridgeWith({ ipv4: { enabled: false }, ipv6: { enabled: false } }),
  unseen: 'policies',
  now: NOW,
} as const;

ruleCase({ ...common, name: 'DHCP', faulty: bridgeWith({ ipv4: { enabled: true, dhcp: true } }) });
ruleCase({ ...common, name: 'MAC', faulty: bridgeWith({ 'mac-address': '02:00:00:00:00:01' }) });
