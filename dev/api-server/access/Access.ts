/**
 * What the server asks before it serves a request, and what it answers access reviews from. The usual
 * answer is RBAC (AccessControl.ts); a cluster that is only a dump has another (dev/dump/DumpAccess.ts).
 */
import type { User } from './user';

export interface AccessRequest {
  readonly verb: string;
  readonly group: string;
  /** Plural, with `/subresource` when one is meant. */
  readonly resource: string;
  readonly namespace?: string;
  readonly name?: string;
}

export interface AccessDecision {
  readonly allowed: boolean;
  /** Of a refusal it is the end of the sentence that the user reads; empty when there is none. */
  readonly reason: string;
}

/** A rule of a role, with where it holds and which binding gave it. */
export interface GrantedRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
  /** Undefined: in every namespace and for cluster-scoped resources. */
  readonly namespace?: string;
  readonly reason: string;
}

export interface Access {
  /** Whether the user may do this, and what says so. */
  decide(user: User, request: AccessRequest): AccessDecision;
  /** All rules the user holds. */
  rulesOf(user: User): readonly GrantedRule[];
}
