/**
 * Whether a NAD can work at all, judged by its own text: what Multus or OVN-Kubernetes is sure
 * to refuse. Things that work badly are findings of the doctor, not a broken NAD.
 * Source: ovn-kubernetes go-controller/pkg/util/multi_network.go ValidateNetConf and
 * pkg/config/cni.go; multus pkg/types/conf.go; cni plugins/main/bridge loadNetConf; domain reference
 * A.4.2–A.4.4.
 */
import type { CniNumber, CniPlugin, OvnPlugin } from '../cluster/cniConfig';
import { metaKey } from '../cluster/meta';
import type { NadRecord } from '../cluster/nadRecord';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { OK, broken, unknown } from './judgement';
import type { Judgement } from './judgement';

const TOPOLOGIES = new Set(['localnet', 'layer2', 'layer3']);
const RESERVED_NAMES = new Set(['', 'default', 'ovn-kubernetes']);
const MAX_VLAN = 4094;

const notWhole = (key: string, number: CniNumber): Text =>
  text('{{key}} is {{raw}}, not a whole number.', { key, raw: number.raw });

/** Why no plugin takes what is stated under this key as the VLAN: such a NAD is on none, not untagged. */
export const vlanProblem = (key: string, vlan: CniNumber | undefined): Text | undefined => {
  if (vlan === undefined) return undefined;
  if (vlan.malformed) return notWhole(key, vlan);
  if (vlan.value >= 0 && vlan.value <= MAX_VLAN) return undefined;
  return text('VLAN {{vlan}} does not exist: the range is 1 to 4094.', { vlan: vlan.value });
};

const ovnProblem = (nad: NadRecord, name: string, plugin: OvnPlugin): Text | undefined => {
  if (!TOPOLOGIES.has(plugin.topology)) {
    return text('OVN-Kubernetes knows no topology "{{topology}}".', { topology: plugin.topology });
  }
  if (RESERVED_NAMES.has(name)) {
    return text('OVN-Kubernetes refuses the network name "{{name}}".', { name });
  }
  if (plugin.netAttachDefName !== metaKey(nad.meta)) {
    return text('netAttachDefName is "{{is}}" and must be "{{must}}".', {
      is: plugin.netAttachDefName,
      must: metaKey(nad.meta),
    });
  }
  if (plugin.ipamType !== '') {
    return text('OVN-Kubernetes refuses ipam.type "{{type}}".', { type: plugin.ipamType });
  }
  if (plugin.mtu?.malformed === true) return notWhole('mtu', plugin.mtu);
  return vlanProblem('vlanID', plugin.vlanID);
};

const pluginState = (nad: NadRecord, name: string, plugin: CniPlugin): Judgement => {
  if (plugin.family === 'bridge') {
    const problem = vlanProblem('vlan', plugin.vlan);
    return problem === undefined ? OK : broken(problem);
  }
  if (plugin.family !== 'ovn') return OK;
  // Without topology the NAD stands for the cluster's default network.
  if (plugin.topology === '') {
    return unknown(text('The config has no topology, so it names no secondary network.'));
  }
  const problem = ovnProblem(nad, name, plugin);
  return problem === undefined ? OK : broken(problem);
};

/** What the NAD's own config says about its chances. */
export const nadState = (nad: NadRecord): Judgement => {
  const config = nad.config;
  switch (config.form) {
    case 'empty':
      return unknown(
        text('The NAD has no config: Multus looks for a file on the node, which no API shows.'),
      );
    case 'unreadable':
      return broken(text('The config cannot be read: {{problem}}', { problem: config.problem }));
    case 'untyped':
      return broken(text('The config names no CNI plugin type.'));
    default: {
      if (config.pluginTypes.length > 1 && config.pluginTypes.includes('ovn-k8s-cni-overlay')) {
        return broken(text('OVN-Kubernetes does not support plugin chaining.'));
      }
      return pluginState(nad, config.name, config.plugin);
    }
  }
};
