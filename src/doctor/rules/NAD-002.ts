/** NAD-002: a NAD names no CNI plugin, or chains the OVN plugin with others, which it refuses. */
import type { NadRecord } from '../../cluster/nadRecord';
import { OVN_PLUGIN_TYPE } from '../../cluster/readCniConfig';
import { text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { fault } from '../finding';
import type { Rule } from '../model';
import { nadLabel, nadRelated, nadSubject, typedConfig } from '../nadFacts';
import { judgeEach } from '../judgeEach';
import { NADS } from '../walk';

const id = 'NAD-002';

const commonOf = (graph: NetworkGraph, nad: NadRecord) =>
  ({
    severity: 'error',
    subject: nadSubject(nad),
    related: nadRelated(graph, nad),
  }) as const;

export const NAD_002: Rule = {
  id,
  title: text('NAD has no CNI type, or has the OVN plugin in a chain'),
  severity: 'error',
  tier: 'S',
  reads: ['nads'],
  consults: ['vms', 'vmis'],
  source: 'ovn-kubernetes go-controller/pkg/config/cni.go; multus LoadDelegateNetConf',
  check: (context) =>
    judgeEach(context, id, NADS, (nad) => {
      if (nad.config.form === 'untyped') {
        return fault({
          ...commonOf(context.graph, nad),
          message: text('{{nad}} has neither a type nor plugins in its configuration.', {
            nad: nadLabel(nad),
          }),
          symptom: text('Pods and VMs on it stay in ContainerCreating: Multus cannot load it.'),
          fix: text('Set "type" in spec.config, for example "ovn-k8s-cni-overlay" or "bridge".'),
        });
      }
      const types = typedConfig(nad)?.pluginTypes ?? [];
      if (types.length < 2 || !types.includes(OVN_PLUGIN_TYPE)) return undefined;
      return fault({
        ...commonOf(context.graph, nad),
        message: text('{{nad}} chains the plugins {{types}}; OVN-Kubernetes allows no chain.', {
          nad: nadLabel(nad),
          types: types.join(', '),
        }),
        symptom: text('OVN-Kubernetes refuses it: "CNI plugin chaining is not supported".'),
        fix: text('Write a single configuration of type ovn-k8s-cni-overlay.'),
      });
    }),
};
