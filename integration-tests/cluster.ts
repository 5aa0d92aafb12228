/** Reads and changes the cluster behind the page, as another user of its API would. */
export interface ClusterObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

export const NNCPS = '/apis/nmstate.io/v1/nodenetworkconfigurationpolicies';
export const NNSS = '/apis/nmstate.io/v1beta1/nodenetworkstates';
export const nads = (namespace: string): string =>
  `/apis/k8s.cni.cncf.io/v1/namespaces/${namespace}/network-attachment-definitions`;
export const vms = (namespace: string): string =>
  `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachines`;

/** A small client on the API server's own address, or on a proxy that takes a token. */
export class Cluster {
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly url: string,
    token?: string,
  ) {
    this.headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  }

  async get(path: string): Promise<ClusterObject> {
    return (await this.send('GET', path)) as ClusterObject;
  }

  /** Undefined for an object that does not exist. */
  async find(path: string): Promise<ClusterObject | undefined> {
    const answer = await fetch(this.url + path, { headers: this.headers });
    return answer.status === 404 ? undefined : ((await answer.json()) as ClusterObject);
  }

  async list(path: string): Promise<readonly ClusterObject[]> {
    const { items } = (await this.send('GET', path)) as { items: ClusterObject[] };
    return items;
  }

  create(path: string, body: object): Promise<unknown> {
    return this.send('POST', path, body);
  }

  /** Merge patch. */
  patch(path: string, body: object): Promise<unknown> {
    return this.send('PATCH', path, body, 'application/merge-patch+json');
  }

  delete(path: string): Promise<unknown> {
    return this.send('DELETE', path);
  }

  /** Makes the API server answer as told; real requests only, dry runs stay as they are. */
  fault(rule: object): Promise<unknown> {
    return this.send('POST', '/__faults', rule);
  }

  private async send(
    method: string,
    path: string,
    body?: object,
    type = 'application/json',
  ): Promise<unknown> {
    const answer = await fetch(this.url + path, {
      method,
      ...(body === undefined
        ? { headers: this.headers }
        : { body: JSON.stringify(body), headers: { ...this.headers, 'Content-Type': type } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
