/**
 * Answers to the review kinds: questions about the asking user that are posted as objects and never
 * stored (authorization.k8s.io and authentication.k8s.io).
 */
import { badRequest } from '../http/ApiError';
import { isRecord, stringAt, valueAt } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import type { Access, AccessDecision } from './Access';
import type { User } from './user';

/** The posted review with its `status` filled in; throws 400 when the review asks nothing. */
export function answerReview(
  kind: ResourceKind,
  input: unknown,
  user: User,
  access: Access,
): Record<string, unknown> {
  if (!isRecord(input)) {
    throw badRequest('the request body is not an object');
  }
  return {
    ...input,
    metadata: { creationTimestamp: null },
    status: statusOf(kind, input, user, access),
  };
}

function statusOf(
  kind: ResourceKind,
  input: Record<string, unknown>,
  user: User,
  access: Access,
): Record<string, unknown> {
  switch (kind.kind) {
    case 'SelfSubjectReview':
      return { userInfo: { username: user.name, groups: user.groups } };
    case 'SelfSubjectRulesReview':
      return rulesReview(stringAt(input, 'spec', 'namespace'), user, access);
    case 'SubjectAccessReview':
      return accessReview(input, subjectOf(input), access);
    default:
      return accessReview(input, user, access);
  }
}

function subjectOf(input: Record<string, unknown>): User {
  const groups = valueAt(input, 'spec', 'groups');
  return {
    name: stringAt(input, 'spec', 'user'),
    groups: Array.isArray(groups) ? groups.map(String) : [],
  };
}

function accessReview(
  input: Record<string, unknown>,
  user: User,
  access: Access,
): Record<string, unknown> {
  const asked = valueAt(input, 'spec', 'resourceAttributes');
  if (isRecord(valueAt(input, 'spec', 'nonResourceAttributes'))) {
    return written({ allowed: true, reason: '' }); // discovery and version are open to everybody
  }
  if (!isRecord(asked)) {
    throw badRequest(
      'spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  }
  const subresource = stringAt(asked, 'subresource');
  const resource = stringAt(asked, 'resource');
  const name = stringAt(asked, 'name');
  const namespace = stringAt(asked, 'namespace');
  return written(
    access.decide(user, {
      verb: stringAt(asked, 'verb'),
      group: stringAt(asked, 'group'),
      resource: subresource === '' ? resource : `${resource}/${subresource}`,
      ...(name === '' ? {} : { name }),
      ...(namespace === '' ? {} : { namespace }),
    }),
  );
}

function written({ allowed, reason }: AccessDecision): Record<string, unknown> {
  return { allowed, ...(reason === '' ? {} : { reason }) };
}

function rulesReview(namespace: string, user: User, access: Access): Record<string, unknown> {
  const open = {
    verbs: ['get'],
    nonResourceURLs: ['/api', '/api/*', '/apis', '/apis/*', '/version'],
  };
  const rules = access
    .rulesOf(user)
    .filter((rule) => rule.namespace === undefined || rule.namespace === namespace);
  return {
    resourceRules: rules.map(({ verbs, apiGroups, resources, resourceNames }) => ({
      verbs,
      apiGroups,
      resources,
      ...(resourceNames.length === 0 ? {} : { resourceNames }),
    })),
    nonResourceRules: [
      open,
      ...rules
        .filter(({ nonResourceURLs }) => nonResourceURLs.length > 0)
        .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    ],
    incomplete: false,
  };
}
