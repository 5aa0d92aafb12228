/**
 * Label and field selectors of list, watch and deletecollection. Label selectors know equality and
 * sets (`a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, `a>1`, `a<9`); field selectors know equality only, on
 * the fields that Kubernetes offers (k8s.io/apimachinery/pkg/labels and /fields).
 */
import { stringAt } from '../json';
import type { KubeObject } from '../kubeObject';
import type { ResourceKind } from '../kinds/resourceKind';
import { badRequest } from './ApiError';

type ObjectFilter = (object: KubeObject) => boolean;

type LabelTest = (labels: Readonly<Record<string, string>>) => boolean;

const SET = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/;
const COMPARE = /^([^\s=!<>(),]+)\s*(==|=|!=|>|<)\s*([^\s=!<>(),]*)$/;
const EXISTS = /^(!?)\s*([^\s=!<>(),]+)$/;

/** Parses a label selector; throws 400 when it cannot be read. Empty text selects everything. */
export function parseLabelSelector(text: string): ObjectFilter {
  const tests = splitOutsideParentheses(text).map((part) => parseRequirement(part, text));
  return (object) => tests.every((test) => test(object.metadata.labels ?? {}));
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function parseRequirement(part: string, whole: string): LabelTest {
  const set = SET.exec(part);
  if (set !== null) {
    const [, key = '', operator, list = ''] = set;
    const values = new Set(list.split(',').map((value) => value.trim()));
    return operator === 'in'
      ? (labels) => key in labels && values.has(labels[key] ?? '')
      : (labels) => !(key in labels) || !values.has(labels[key] ?? '');
  }
  const compare = COMPARE.exec(part);
  if (compare !== null) {
    const [, key = '', operator, value = ''] = compare;
    return comparison(key, operator ?? '=', value);
  }
  const exists = EXISTS.exec(part);
  if (exists !== null) {
    const [, not, key = ''] = exists;
    return not === '!' ? (labels) => !(key in labels) : (labels) => key in labels;
  }
  throw badRequest(`unable to parse requirement: found '${part}' in label selector "${whole}"`);
}

function comparison(key: string, operator: string, value: string): LabelTest {
  if (operator === '!=') {
    return (labels) => labels[key] !== value;
  }
  if (operator === '>') {
    return (labels) => key in labels && Number(labels[key]) > Number(value);
  }
  if (operator === '<') {
    return (labels) => key in labels && Number(labels[key]) < Number(value);
  }
  return (labels) => labels[key] === value;
}

const COMMON_FIELDS = ['metadata.name', 'metadata.namespace'];
const EXTRA_FIELDS = new Map<string, readonly string[]>([
  ['pods', ['spec.nodeName', 'spec.schedulerName', 'spec.serviceAccountName', 'status.phase']],
  ['nodes', ['spec.unschedulable']],
  ['namespaces', ['status.phase']],
  ['projects.project.openshift.io', ['status.phase']],
  ['secrets', ['type']],
  [
    'events',
    [
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
      'involvedObject.apiVersion',
      'involvedObject.fieldPath',
      'reason',
      'source',
      'type',
    ],
  ],
]);

/**
 * Parses a field selector for a kind; throws 400 for a field that the kind does not offer. Custom
 * kinds offer metadata.name and metadata.namespace only.
 */
export function parseFieldSelector(text: string, kind: ResourceKind): ObjectFilter {
  const offered = new Set([...COMMON_FIELDS, ...(EXTRA_FIELDS.get(kind.id) ?? [])]);
  const tests = text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => parseFieldTest(part, offered));
  return (object) => tests.every((test) => test(object));
}

function parseFieldTest(part: string, offered: ReadonlySet<string>): ObjectFilter {
  const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(part);
  if (match === null) {
    throw badRequest(`invalid selector: '${part}'; can't understand '${part}'`);
  }
  const [, field = '', operator, value = ''] = match;
  if (!offered.has(field)) {
    throw badRequest(
      `Unable to find "${field}" that match the selector: field label not supported: ${field}`,
    );
  }
  const path = field.split('.');
  const wanted = operator !== '!=';
  return (object) => (stringAt(object, ...path) === value) === wanted;
}

/** The name a field selector pins with `metadata.name=x`; access rules by name apply to it. */
export function selectedName(fieldSelector: string): string | undefined {
  return /(?:^|,)metadata\.name==?([^,]+)/.exec(fieldSelector)?.[1];
}
