/**
 * One NAD per chosen project, all alike but for their own name: NADs that share a network must
 * be, or OVN-Kubernetes refuses the later one (NAD-008). What exists is used or copied.
 */
import { asArray, parseJson, recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import type { NadRecord } from '../cluster/nadRecord';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { AttachIntent } from './attachIntent';
import type { FlowContext, FlowPlan } from './flows/flow';
import { stepId } from './model';
import type { ObjectRef, Step, Wait } from './model';
import { nadInProject } from './nadInProject';
import { nadBody } from './objectBodies';
import { WAIT_SECONDS } from './waitSeconds';

export interface NadDraft {
  /** CNI configuration of the NAD `namespace/name`. */
  readonly configOf: (nad: string) => KubeObject;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Waits for OVN-Kubernetes unless said. */
  readonly waitOf?: (nad: string) => Wait;
}

export const nadSteps = (
  { graph, intent }: FlowContext,
  existing: readonly NadRecord[],
  draft: NadDraft,
): FlowPlan => {
  const sample = existing.find((nad) => nad.ovnNetworkId !== undefined) ?? existing[0];
  const steps: Step[] = [];
  const reused: Text[] = [];
  for (const namespace of [...new Set(intent.projects)].sort()) {
    const { name, exists } = nadInProject(graph, intent, namespace);
    const key = `${namespace}/${name}`;
    if (exists) {
      reused.push(text('NAD {{nad}} exists and is used as it is.', { nad: key }));
      continue;
    }
    const config = sample === undefined ? draft.configOf(key) : copiedConfig(sample, key);
    steps.push(nadStep(intent, namespace, config, draft));
  }
  return { steps, reused };
};

const copiedConfig = (sample: NadRecord, key: string): KubeObject => {
  const config = recordOf(parseJson(sample.rawConfig));
  const [plugin] = asArray(config.plugins);
  const own = 'plugin' in sample.config && sample.config.plugin.family === 'ovn';
  if (!own) return config;
  // In a list the name of the NAD stands in the plugin, which OVN-Kubernetes allows only one of.
  return typeof config.type === 'string' || plugin === undefined
    ? { ...config, netAttachDefName: key }
    : { ...config, plugins: [{ ...recordOf(plugin), netAttachDefName: key }] };
};

const nadStep = (
  intent: AttachIntent,
  namespace: string,
  config: KubeObject,
  draft: NadDraft,
): Step => {
  const { networkName, jobId } = intent;
  const ref: ObjectRef = {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    namespace,
    name: networkName,
  };
  const nad = `${namespace}/${networkName}`;
  return {
    id: stepId(ref),
    ref,
    purpose: nadPurpose(intent, namespace),
    write: {
      type: 'create',
      body: nadBody(namespace, networkName, jobId, config, draft.annotations),
    },
    wait: draft.waitOf?.(nad) ?? { type: 'nadAccepted', nad, timeoutSeconds: WAIT_SECONDS.nad },
    inverse: {
      type: 'delete',
      ref,
      wait: { type: 'nadGone', nad, timeoutSeconds: WAIT_SECONDS.nad },
    },
    nodes: [],
  };
};

const nadPurpose = (intent: AttachIntent, namespace: string): Text => {
  const where = { network: intent.networkName, project: namespace };
  if (intent.flow === 'layer2') {
    return text('Offers the overlay {{network}} to the VMs of project {{project}}.', where);
  }
  if (intent.guestVlans !== undefined) {
    return text(
      'Offers network {{network}} as a trunk, tagged by the guest, to the VMs of project {{project}}.',
      where,
    );
  }
  if (intent.vlan === undefined) {
    return text('Offers network {{network}}, untagged, to the VMs of project {{project}}.', where);
  }
  return text('Offers network {{network}}, VLAN {{vlan}}, to the VMs of project {{project}}.', {
    ...where,
    vlan: intent.vlan,
  });
};
