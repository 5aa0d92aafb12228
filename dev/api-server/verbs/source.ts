/**
 * Where the objects of a kind come from and how they look. Most kinds are their own source; a
 * Project is a Namespace seen by a user who may get it (OpenShift project.openshift.io), in another
 * dress. Lists, gets and watches read through a source, so a view costs them nothing.
 */
import type { User } from '../access/user';
import { recordAt } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import { apiVersionOf, storageVersion } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import type { StoredObject } from '../storage/StoredObject';
import type { ServerContext } from './ServerContext';

export interface Source {
  /** The kind whose objects are read. */
  readonly kind: ResourceKind;
  isVisible(object: KubeObject): boolean;
  render(stored: StoredObject): KubeObject;
  renderJson(stored: StoredObject): string;
}

/** The source of a kind in one version for one user. */
export function sourceOf(
  context: Pick<ServerContext, 'kinds' | 'access'>,
  kind: ResourceKind,
  version: string,
  user: User,
): Source {
  if (kind.id === 'projects.project.openshift.io') {
    return projects(context, kind, user);
  }
  const apiVersion = apiVersionOf(kind, version);
  if (version === storageVersion(kind)) {
    return {
      kind,
      isVisible: () => true,
      render: (stored) => stored.object,
      renderJson: (stored) => stored.json,
    };
  }
  const render = (stored: StoredObject): KubeObject => ({ ...stored.object, apiVersion });
  return {
    kind,
    isVisible: () => true,
    render,
    renderJson: (stored) => JSON.stringify(render(stored)),
  };
}

function projects(
  { kinds, access }: Pick<ServerContext, 'kinds' | 'access'>,
  kind: ResourceKind,
  user: User,
): Source {
  const render = ({ object }: StoredObject): KubeObject => ({
    apiVersion: 'project.openshift.io/v1',
    kind: kind.kind,
    metadata: object.metadata,
    spec: recordAt(object, 'spec'),
    status: recordAt(object, 'status'),
  });
  return {
    kind: kinds.require('namespaces'),
    // The same question that decides a get of the namespace, asked inside the namespace itself.
    isVisible: ({ metadata: { name } }) =>
      access.decide(user, {
        verb: 'get',
        group: '',
        resource: 'namespaces',
        namespace: name,
        name,
      }).allowed,
    render,
    renderJson: (stored) => JSON.stringify(render(stored)),
  };
}
