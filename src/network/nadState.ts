/**
 * Whether a NAD can work at all, judged by its own text: what Multus or OVN-Kubernetes is sure
 * to refuse. Things that work badly are findings of the doctor, not a broken NAD.
 * Source: ovn-kubernetes go-controller/pkg/util/multi_network.go ValidateNetConf and
 * pkg/config/cni.go; multus pkg/types/conf.go; domain reference A.4.2, A.4.3.
 */
import type { OvnPlugin } from '../cluster/cniConfig';
import { metaKey } from '../cluster/meta';
import type { NadRecord } from '../cluster/nadRecord';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { OK, broken, unknown } from './judgement';
import type { Judgement } from './judgement';

const TOPOLOGIES = new Set(['localnet', 'layer2', 'layer3']);
const RESERVED_NAMES = new Set(['', 'default', 'ovn-kubernetes']);
const MAX_VLAN = 4094;

const vlanProblem = (plugin: OvnPlugin): Text | undefined => {
  const vlan = plugin.vlanID;
  if (vlan === undefined) return undefined;
  if (vlan.malformed) return text('vlanID is {{raw}}, not a whole number.', { raw: vlan.raw });
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
  if (plugin.mtu?.malformed === true) {
    return text('mtu is {{raw}}, not a whole number.', { raw: plugin.mtu.raw });
  }
  return vlanProblem(plugin);
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
      const plugin = config.plugin;
      if (plugin.family !== 'ovn') return OK;
      // Without topology the NAD stands for the cluster's default network.
      if (plugin.topology === '') {
        return unknown(text('The config has no topology, so it names no secondary network.'));
      }
      const problem = ovnProblem(nad, config.name, plugin);
      return problem === undefined ? OK : broken(problem);
    }
  }
};
