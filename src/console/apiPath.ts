/** Paths of the Kubernetes API from the names of things. Source: kubernetes API concepts, "Resource URIs". */
export interface ResourceType {
  /** `v1` or `group/version`. */
  readonly apiVersion: string;
  readonly plural: string;
}

/** `/api/v1` for the core group, `/apis/group/version` for the rest. */
const versionPath = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/** Path of a list; all namespaces when `namespace` is empty. */
export const listPath = ({ apiVersion, plural }: ResourceType, namespace = ''): string => {
  const scope = namespace === '' ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
  return `${versionPath(apiVersion)}${scope}/${plural}`;
};

/** Path of one object; `namespace` is empty for cluster-scoped kinds. */
export const objectPath = (type: ResourceType, namespace: string, name: string): string =>
  `${listPath(type, namespace)}/${encodeURIComponent(name)}`;

/** Appends a query; nothing when it is empty. */
export const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
};

/** API group of a list path, '' for the core group. */
export const groupOfPath = (path: string): string =>
  path.startsWith('/apis/') ? (path.split('/')[2] ?? '') : '';
