/**
 * API discovery as the console does it: /api/v1 and the preferred version and all served versions of each
 * group become the models that the SDK's hooks look kinds up in.
 */
import type { K8sModel, K8sVerb } from '@openshift-console/dynamic-plugin-sdk';
import { coFetchJSON } from '../provided/consoleFetch';
import { serverFlags } from './serverFlags';

interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: K8sVerb[];
  readonly shortNames?: string[];
  readonly singularName?: string;
}

interface ApiResourceList {
  readonly groupVersion: string;
  readonly resources: readonly ApiResource[];
}

interface ApiGroupList {
  readonly groups: readonly { readonly versions: readonly { readonly groupVersion: string }[] }[];
}

const apiRoot = `${serverFlags.basePath}api/kubernetes`;

/** "VirtualMachine" -> "VM": capitals first, as the console abbreviates kinds in their badges. */
function abbreviate(kind: string) {
  const capitals = kind.replace(/[^A-Z]/g, '').slice(0, 4);
  return capitals === '' ? kind.slice(0, 3).toUpperCase() : capitals;
}

function toModel(groupVersion: string, resource: ApiResource): K8sModel {
  const [first = '', second] = groupVersion.split('/');
  const label = resource.kind.replace(/([a-z])([A-Z])/g, '$1 $2');
  return {
    kind: resource.kind,
    plural: resource.name,
    apiVersion: second ?? first,
    ...(second === undefined ? {} : { apiGroup: first, crd: true }),
    namespaced: resource.namespaced,
    verbs: resource.verbs,
    shortNames: resource.shortNames ?? [],
    label,
    labelPlural: label.endsWith('s') ? label : `${label}s`,
    abbr: abbreviate(resource.kind),
    id: resource.singularName || resource.kind.toLowerCase(),
  };
}

async function modelsOf(groupVersion: string): Promise<K8sModel[]> {
  const path = groupVersion.includes('/') ? `/apis/${groupVersion}` : `/api/${groupVersion}`;
  const list = (await coFetchJSON(`${apiRoot}${path}`)) as ApiResourceList;
  return list.resources
    .filter((resource) => !resource.name.includes('/'))
    .map((resource) => toModel(groupVersion, resource));
}

/**
 * The models of every kind that the API serves. A group that does not answer (an aggregated API that is
 * down) is left out with a warning, as in the console; only a missing group list is an error.
 */
export async function discoverModels(): Promise<K8sModel[]> {
  const { groups } = (await coFetchJSON(`${apiRoot}/apis`)) as ApiGroupList;
  const versions = groups.flatMap((group) => group.versions.map((version) => version.groupVersion));
  const found = await Promise.all(
    ['v1', ...versions].map((groupVersion) =>
      modelsOf(groupVersion).catch((error: unknown) => {
        console.warn(`API discovery of ${groupVersion} failed`, error);
        return [];
      }),
    ),
  );
  return found.flat();
}
