/**
 * What may be done with a cluster that is only a dump: read the kinds that are in it, and nothing
 * else. A kind that is not in the dump is refused rather than shown as empty, because nobody knows
 * whether there are any; of a dump made by a user of some projects the same holds for
 * everything outside of them. Every write is refused, dry runs included.
 */
import type {
  Access,
  AccessDecision,
  AccessRequest,
  GrantedRule,
} from '../api-server/access/Access';
import type { User } from '../api-server/access/user';
import { READ_VERBS } from '../api-server/kinds/resourceKind';
import type { Dump } from './readDump';

type Covered = Pick<Dump, 'kinds' | 'onlyNamespaces'>;

const NAMESPACES = 'namespaces';
const allowed: AccessDecision = { allowed: true, reason: '' };
const refused = (reason: string): AccessDecision => ({ allowed: false, reason });

const readVerbs: ReadonlySet<string> = new Set(READ_VERBS);
const reviewGroups: ReadonlySet<string> = new Set([
  'authorization.k8s.io',
  'authentication.k8s.io',
]);

const idOf = ({ group, resource }: AccessRequest): string => {
  const plural = resource.split('/')[0] ?? '';
  return group === '' ? plural : `${plural}.${group}`;
};

export class DumpAccess implements Access {
  constructor(private readonly dump: Covered) {}

  decide(_user: User, request: AccessRequest): AccessDecision {
    const { verb, group, namespace } = request;
    if (reviewGroups.has(group)) return allowed;
    if (!readVerbs.has(verb)) {
      return refused('this cluster is a dump, which can be read and not changed');
    }
    const id = idOf(request);
    const { kinds, onlyNamespaces } = this.dump;
    // The projects are how a page finds out which namespaces a partial dump covers.
    if (id === 'projects.project.openshift.io' && onlyNamespaces) return allowed;
    if (id === NAMESPACES && verb === 'get' && namespace !== undefined && onlyNamespaces) {
      return onlyNamespaces.has(namespace) ? allowed : refused(this.outside(onlyNamespaces));
    }
    if (!kinds.has(id)) {
      return refused(`the dump holds no ${id}: whether there are any is unknown`);
    }
    if (onlyNamespaces && !onlyNamespaces.has(namespace ?? '')) {
      return refused(this.outside(onlyNamespaces));
    }
    return allowed;
  }

  rulesOf(): readonly GrantedRule[] {
    const places = this.dump.onlyNamespaces;
    const scopes = places === undefined ? [{}] : [...places].map((namespace) => ({ namespace }));
    return [...this.dump.kinds].flatMap((id) => {
      const dot = id.indexOf('.');
      const rule = {
        verbs: READ_VERBS,
        apiGroups: [dot < 0 ? '' : id.slice(dot + 1)],
        resources: [dot < 0 ? id : id.slice(0, dot)],
        resourceNames: [],
        nonResourceURLs: [],
        reason: '',
      };
      return scopes.map((scope) => ({ ...rule, ...scope }));
    });
  }

  private outside(namespaces: ReadonlySet<string>): string {
    return `the dump covers only the namespaces ${[...namespaces].sort().join(', ')}`;
  }
}
