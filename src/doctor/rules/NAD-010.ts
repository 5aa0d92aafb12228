/** NAD-010: a VLAN id that no plugin reads as meant: wrong type, wrong range or the wrong key. */
import type { BridgePlugin, CniNumber, OvnPlugin } from '../../cluster/cniConfig';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule, Severity } from '../model';
import { nadLabel, nadRelated, nadSubject, typedConfig } from '../nadFacts';
import { judgeEach } from '../judgeEach';
import { NADS } from '../walk';

const id = 'NAD-010';
const MAX_VLAN = 4094;

interface Problem {
  readonly severity: Severity;
  readonly message: Text;
  readonly symptom: Text;
  readonly fix: Text;
}

const REFUSED = text('OVN-Kubernetes or the CNI plugin cannot parse it; VMs on it do not start.');
const UNTAGGED = text(
  'The key is ignored without a word: VMs are on the native VLAN of the switch port.',
);

const wrongKey = (nad: string, key: string, right: string, number: CniNumber): Problem => {
  const isHarmless = !number.malformed && number.value === 0;
  return {
    severity: isHarmless ? 'info' : 'error',
    message: text(
      '{{nad}} has the key "{{key}}", which its plugin does not know; it is "{{right}}".',
      {
        nad,
        key,
        right,
      },
    ),
    symptom: UNTAGGED,
    fix: text('Write "{{right}}" with the VLAN id as a number.', { right }),
  };
};

const notANumber = (nad: string, key: string, number: CniNumber): Problem => ({
  severity: 'error',
  message: text('{{nad}} has {{key}} {{raw}}, which is not a whole number.', {
    nad,
    key,
    raw: number.raw,
  }),
  symptom: REFUSED,
  fix: text('Write {{key}} as a JSON number from 1 to 4094, without quotes.', { key }),
});

const outOfRange = (nad: string, key: string, value: number): Problem => ({
  severity: 'error',
  message: text('{{nad}} has {{key}} {{value}}; VLAN ids go from 1 to 4094.', { nad, key, value }),
  symptom: text(
    'No frame can carry that tag: VMs on it have no traffic, or the pod does not start.',
  ),
  fix: text('Set {{key}} to the VLAN id of the switch.', { key }),
});

const untagged = (nad: string): Problem => ({
  severity: 'info',
  message: text('{{nad}} has vlanID 0: untagged.', { nad }),
  symptom: text('VMs are on the native VLAN of the switch port.'),
  fix: text('Leave vlanID out if untagged is meant.'),
});

const notLocalnet = (nad: string, topology: string): Problem => ({
  severity: 'warning',
  message: text('{{nad}} has a vlanID, but topology {{topology}} has no VLAN.', { nad, topology }),
  symptom: text('The VLAN id is ignored: the network is an overlay.'),
  fix: text('Drop vlanID, or use topology localnet.'),
});

const judgeOvn = (nad: string, plugin: OvnPlugin): Problem | undefined => {
  const { vlanID, wrongVlanKey } = plugin;
  if (vlanID?.malformed === true) return notANumber(nad, 'vlanID', vlanID);
  if (vlanID !== undefined && (vlanID.value < 0 || vlanID.value > MAX_VLAN)) {
    return outOfRange(nad, 'vlanID', vlanID.value);
  }
  if (wrongVlanKey !== undefined && vlanID === undefined) {
    return wrongKey(nad, 'vlan', 'vlanID', wrongVlanKey);
  }
  if (vlanID === undefined) return undefined;
  if (vlanID.value === 0) return untagged(nad);
  return plugin.topology === 'localnet' || plugin.topology === ''
    ? undefined
    : notLocalnet(nad, plugin.topology);
};

const judgeBridge = (nad: string, plugin: BridgePlugin): Problem | undefined => {
  const { vlan, wrongVlanKey } = plugin;
  if (vlan?.malformed === true) return notANumber(nad, 'vlan', vlan);
  if (vlan !== undefined && (vlan.value < 0 || vlan.value > MAX_VLAN)) {
    return outOfRange(nad, 'vlan', vlan.value);
  }
  if (wrongVlanKey === undefined || vlan !== undefined) return undefined;
  return wrongKey(nad, 'vlanID', 'vlan', wrongVlanKey);
};

export const NAD_010: Rule = {
  id,
  title: text('VLAN id is invalid'),
  severity: 'error',
  tier: 'S',
  reads: ['nads'],
  consults: ['vms', 'vmis'],
  source: 'ovn-kubernetes pkg/cni/types NetConf; containernetworking bridge.go',
  check: (context) =>
    judgeEach(context, id, NADS, (nad) => {
      const plugin = typedConfig(nad)?.plugin;
      const label = nadLabel(nad);
      const problem =
        plugin?.family === 'ovn'
          ? judgeOvn(label, plugin)
          : plugin?.family === 'bridge'
            ? judgeBridge(label, plugin)
            : undefined;
      if (problem === undefined) return undefined;
      return fault({
        ...problem,
        subject: nadSubject(nad),
        related: nadRelated(context.graph, nad),
      });
    }),
};
