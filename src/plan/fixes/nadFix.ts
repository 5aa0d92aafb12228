/** What fixes of a NAD share: the NAD behind a subject, and a change of its CNI configuration. */
import { parseJson, recordOf, asRecord, asArray } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import type { ObjectRef, PatchOperation, Wait } from '../model';
import { WAIT_SECONDS } from '../waitSeconds';
import type { FixContext } from './fix';

/** `namespace/name` of a NAD's entity id; undefined for other subjects, such as a CUDN. */
export const nadKeyOf = (subject: string): string | undefined =>
  subject.startsWith('nad/') ? subject.slice('nad/'.length) : undefined;

/** The NAD that is the subject, where it exists. */
export const nadTarget = ({ graph, subject }: FixContext): ObjectRef | undefined => {
  const nad = graph.snapshot.nads.items.get(nadKeyOf(subject) ?? '');
  if (nad === undefined) return undefined;
  const { namespace, name } = nad.meta;
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    namespace,
    name,
  };
};

/** OVN-Kubernetes has taken the NAD up. */
export const nadAccepted = ({ namespace, name }: ObjectRef): Wait => ({
  type: 'nadAccepted',
  nad: `${namespace}/${name}`,
  timeoutSeconds: WAIT_SECONDS.nad,
});

/** Text written over several lines is written so again. */
const printed = (config: unknown, like: string): string =>
  like.includes('\n') ? JSON.stringify(config, null, 2) : JSON.stringify(config);

/** A plugin of a list, or the configuration itself. */
const edited = (config: JsonRecord, edit: (plugin: JsonRecord) => JsonRecord): JsonRecord => {
  const [first, ...rest] = asArray(config.plugins);
  return first === undefined
    ? edit(config)
    : { ...config, plugins: [edit(recordOf(first)), ...rest] };
};

/**
 * Replaces `spec.config` by the same with its (first) plugin edited. Nothing where the text is no
 * JSON object or the edit changes nothing.
 */
export const editConfig = (
  nad: KubeObject,
  edit: (plugin: JsonRecord) => JsonRecord,
): readonly PatchOperation[] => {
  const raw = recordOf(nad.spec).config;
  const config = typeof raw === 'string' ? asRecord(parseJson(raw)) : undefined;
  if (typeof raw !== 'string' || config === undefined) return [];
  const value = printed(edited(config, edit), raw);
  return value === printed(config, raw) ? [] : [{ op: 'replace', path: '/spec/config', value }];
};

const RESOURCE = 'k8s.v1.cni.cncf.io/resourceName';

/** Sets the annotation by which the scheduler knows on which nodes the NAD's Linux bridge is. */
export const markBridge = (nad: KubeObject): readonly PatchOperation[] => {
  const raw = recordOf(nad.spec).config;
  const { bridge } = recordOf(parseJson(typeof raw === 'string' ? raw : undefined));
  if (typeof bridge !== 'string' || bridge === '') return [];
  const value = `bridge.network.kubevirt.io/${bridge}`;
  const { annotations } = recordOf(nad.metadata);
  return annotations === undefined
    ? [{ op: 'add', path: '/metadata/annotations', value: { [RESOURCE]: value } }]
    : [{ op: 'add', path: `/metadata/annotations/${RESOURCE.replace('/', '~1')}`, value }];
};
