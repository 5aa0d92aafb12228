/**
 * The plain manifests in deploy/, for `oc apply -k`: what the chart renders, without what only helm
 * understands. `deploy` is the plugin; `deploy/enable` and `deploy/disable` are the chart's hooks as jobs
 * to be applied by hand. Image, namespace and the like are changed in an overlay of one's own.
 */
import { stringify } from 'yaml';
import type { KubeObject } from '../../dev/api-server/kubeObject';
import { NAMESPACE, renderChart } from './renderChart';

/** Replaced by `images:` of the kustomization. */
const IMAGE = 'vm-networks';
const HELM_ONLY = /helm\.sh\/|app\.kubernetes\.io\/managed-by/;

function withoutHelm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutHelm);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => !HELM_ONLY.test(key))
    .map(([key, inner]): [string, unknown] => [key, withoutHelm(inner)])
    .filter(([key, inner]) => key !== 'annotations' || Object.keys(inner as object).length > 0);
  return Object.fromEntries(entries);
}

const isHook = ({ metadata }: KubeObject): boolean =>
  metadata.annotations?.['helm.sh/hook'] !== undefined;

const HEADER = '# Made from the chart by "npm run generate"; change the chart instead.\n';

const toYaml = (objects: readonly (object | KubeObject)[]): string =>
  HEADER + objects.map((object) => stringify(withoutHelm(object), { lineWidth: 0 })).join('---\n');

const kustomization = (resources: readonly string[], more: object = {}): string =>
  toYaml([
    {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources,
      ...more,
    },
  ]);

/**
 * The files of deploy/, path to text.
 * @param version of the image that the manifests name
 * @throws when helm does not render the chart
 */
export async function manifests(version: string): Promise<ReadonlyMap<string, string>> {
  const objects = await renderChart({
    image: { name: IMAGE },
    roles: { viewer: true, admin: true },
  });
  const plugin = objects.filter((object) => !isHook(object));
  const rights = objects.filter((object) => isHook(object) && object.kind !== 'Job');
  const job = (action: string): readonly KubeObject[] =>
    objects.filter(({ kind, metadata }) => kind === 'Job' && metadata.name.endsWith(action));
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } };
  return new Map([
    [
      'kustomization.yaml',
      kustomization(['plugin.yaml'], {
        images: [{ name: IMAGE, newName: 'REGISTRY/vm-networks', newTag: version }],
      }),
    ],
    ['plugin.yaml', toYaml([namespace, ...plugin])],
    ['enable/kustomization.yaml', kustomization(['enable.yaml'])],
    ['enable/enable.yaml', toYaml([...rights, ...job('enable')])],
    ['disable/kustomization.yaml', kustomization(['disable.yaml'])],
    ['disable/disable.yaml', toYaml([...rights, ...job('disable')])],
  ]);
}
