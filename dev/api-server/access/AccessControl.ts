/**
 * Who may do what, by the RBAC objects in the store (kubernetes plugin/pkg/auth/authorizer/rbac).
 * Every request and every SelfSubjectAccessReview is answered by this one file. The rules of a user
 * are collected once and kept until an RBAC object changes.
 */
import { parseLabelSelector } from '../http/selectors';
import { arrayAt, isRecord, recordAt, stringAt } from '../json';
import type { KindRegistry } from '../kinds/KindRegistry';
import type { KubeObject } from '../kubeObject';
import type { ObjectStore } from '../storage/ObjectStore';
import type { Access, AccessDecision, AccessRequest, GrantedRule } from './Access';
import { ADMINISTRATORS } from './user';
import type { User } from './user';

const RBAC_KINDS = ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'];
const GROUP = 'rbac.authorization.k8s.io';

/** What an administrator may do, as `kubectl auth can-i --list` prints it. */
const EVERYTHING: GrantedRule = {
  verbs: ['*'],
  apiGroups: ['*'],
  resources: ['*'],
  resourceNames: [],
  nonResourceURLs: ['*'],
  reason: '',
};

export class AccessControl implements Access {
  private readonly rulesByUser = new Map<string, readonly GrantedRule[]>();

  constructor(
    private readonly store: ObjectStore,
    private readonly kinds: KindRegistry,
  ) {
    for (const plural of RBAC_KINDS) {
      store.subscribe(`${plural}.${GROUP}`, () => this.rulesByUser.clear());
    }
  }

  /** Whether the user may do this, and which binding says so. */
  decide(user: User, request: AccessRequest): AccessDecision {
    if (user.groups.includes(ADMINISTRATORS)) {
      return { allowed: true, reason: '' };
    }
    const rule = this.rulesOf(user).find((candidate) => allows(candidate, request));
    return rule === undefined
      ? { allowed: false, reason: '' }
      : { allowed: true, reason: rule.reason };
  }

  /** All rules the user holds, through roles bound to the user or to one of the groups. */
  rulesOf(user: User): readonly GrantedRule[] {
    if (user.groups.includes(ADMINISTRATORS)) {
      return [EVERYTHING];
    }
    const key = JSON.stringify([user.name, user.groups]);
    const known = this.rulesByUser.get(key);
    if (known !== undefined) {
      return known;
    }
    const rules = [
      ...this.bindings('clusterrolebindings', user),
      ...this.bindings('rolebindings', user),
    ].flatMap((binding) => this.rulesOfBinding(binding));
    this.rulesByUser.set(key, rules);
    return rules;
  }

  private bindings(plural: string, user: User): readonly KubeObject[] {
    return this.store
      .list(this.kinds.require(`${plural}.${GROUP}`))
      .map((stored) => stored.object)
      .filter((binding) =>
        arrayAt(binding, 'subjects').some((subject) => isSubject(subject, user, binding)),
      );
  }

  private rulesOfBinding(binding: KubeObject): GrantedRule[] {
    const { name, namespace } = binding.metadata;
    const roleKind = stringAt(binding, 'roleRef', 'kind');
    const roleName = stringAt(binding, 'roleRef', 'name');
    const plural = roleKind === 'ClusterRole' ? 'clusterroles' : 'roles';
    const role = this.store.get(this.kinds.require(`${plural}.${GROUP}`), namespace, roleName);
    if (role === undefined) {
      return [];
    }
    const subject = namespace === undefined ? name : `${name}/${namespace}`;
    const reason = `RBAC: allowed by ${binding.kind} "${subject}" of ${roleKind} "${roleName}"`;
    return this.rulesOfRole(role.object).map((rule) => ({
      verbs: textsAt(rule, 'verbs'),
      apiGroups: textsAt(rule, 'apiGroups'),
      resources: textsAt(rule, 'resources'),
      resourceNames: textsAt(rule, 'resourceNames'),
      nonResourceURLs: textsAt(rule, 'nonResourceURLs'),
      ...(namespace === undefined ? {} : { namespace }),
      reason,
    }));
  }

  /** A role's own rules, and those of the cluster roles that its aggregation rule selects. */
  private rulesOfRole(role: KubeObject): readonly unknown[] {
    const selectors = arrayAt(role, 'aggregationRule', 'clusterRoleSelectors');
    if (selectors.length === 0) {
      return arrayAt(role, 'rules');
    }
    const filters = selectors.map((selector) =>
      parseLabelSelector(
        Object.entries(recordAt(selector, 'matchLabels'))
          .map(([key, value]) => `${key}=${String(value)}`)
          .join(','),
      ),
    );
    const aggregated = this.store
      .list(this.kinds.require(`clusterroles.${GROUP}`))
      .map((stored) => stored.object)
      .filter((candidate) => candidate !== role && filters.some((filter) => filter(candidate)));
    return [role, ...aggregated].flatMap((source) => arrayAt(source, 'rules'));
  }
}

function textsAt(rule: unknown, key: string): readonly string[] {
  return arrayAt(rule, key).filter((item): item is string => typeof item === 'string');
}

function isSubject(subject: unknown, user: User, binding: KubeObject): boolean {
  if (!isRecord(subject)) {
    return false;
  }
  if (subject.kind === 'User') {
    return subject.name === user.name || subject.name === '*';
  }
  if (subject.kind === 'Group') {
    return user.groups.includes(String(subject.name));
  }
  const namespace = stringAt(subject, 'namespace') || (binding.metadata.namespace ?? '');
  return user.name === `system:serviceaccount:${namespace}:${String(subject.name)}`;
}

function allows(rule: GrantedRule, request: AccessRequest): boolean {
  return (
    (rule.namespace === undefined || rule.namespace === request.namespace) &&
    holds(rule.verbs, request.verb) &&
    holds(rule.apiGroups, request.group) &&
    holdsResource(rule.resources, request.resource) &&
    (rule.resourceNames.length === 0 ||
      (request.name !== undefined && rule.resourceNames.includes(request.name)))
  );
}

function holds(list: readonly string[], wanted: string): boolean {
  return list.includes('*') || list.includes(wanted);
}

function holdsResource(list: readonly string[], resource: string): boolean {
  const subresource = resource.split('/')[1];
  return holds(list, resource) || (subresource !== undefined && list.includes(`*/${subresource}`));
}
