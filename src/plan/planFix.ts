/**
 * The plan that carries out a mechanical fix: one patch, which tests everything it builds on, and
 * the patch that takes it back, which tests that nobody has changed it since.
 */
import { asArray, recordOf, stringMapOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import type { NetworkGraph, NodeView } from '../network/networkGraph';
import { applyOperations } from './applyOperations';
import type { FixTarget } from './fixTarget';
import { stepId } from './model';
import type { PatchOperation, Plan } from './model';
import { nodesOfSelector } from './nodeChoices';

const unescapePointer = (part: string): string => part.replace(/~1/g, '/').replace(/~0/g, '~');

/** The value at a JSON pointer; undefined where there is none. */
const valueAt = (object: unknown, path: string): unknown =>
  path
    .slice(1)
    .split('/')
    .map(unescapePointer)
    .reduce<unknown>(
      (value, key) => (Array.isArray(value) ? asArray(value)[Number(key)] : recordOf(value)[key]),
      object,
    );

const nameOf = ({ name }: NodeView): string => name;

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** What stands at the path now; where nothing does, what stands above it, which then must be as it is. */
const testOf = (object: KubeObject, path: string): PatchOperation => {
  const value = valueAt(object, path);
  if (value !== undefined) return { op: 'test', path, value };
  const above = parentOf(path);
  return { op: 'test', path: above, value: valueAt(object, above) };
};

const identityOf = (object: KubeObject): readonly PatchOperation[] => {
  const { uid } = recordOf(object.metadata);
  return typeof uid === 'string' ? [{ op: 'test', path: '/metadata/uid', value: uid }] : [];
};

type Change = Extract<PatchOperation, { readonly op: 'add' | 'replace' }>;

const isChange = (operation: PatchOperation): operation is Change =>
  operation.op === 'add' || operation.op === 'replace';

/** Metadata changes all the time, of no concern to an annotation; its parent is not tested. */
const guarded = (object: KubeObject, { path }: Change): readonly PatchOperation[] =>
  parentOf(path).startsWith('/metadata') && valueAt(object, path) === undefined
    ? []
    : [testOf(object, path)];

const takeBack = (object: KubeObject, { path, value }: Change): readonly PatchOperation[] => {
  const old = valueAt(object, path);
  const test: PatchOperation = { op: 'test', path, value };
  return old === undefined
    ? [test, { op: 'remove', path }]
    : [test, { op: 'replace', path, value: old }];
};

/**
 * The plan for an object as the API served it; undefined where there is nothing to change. `jobId`
 * names the job in the journal.
 */
export const planFix = (
  graph: NetworkGraph,
  { fix, ref }: Extract<FixTarget, { readonly type: 'own' }>,
  subject: string,
  object: KubeObject,
  jobId: string,
): Plan | undefined => {
  const changes = fix.operations(object, { graph, subject }).filter(isChange);
  if (changes.length === 0) return undefined;
  const wait = fix.waitFor(ref);
  const after = applyOperations(object, changes);
  const tests = changes.flatMap((change) => guarded(object, change));
  return {
    jobId,
    fixes: { rule: fix.rule, subject },
    title: text('Fix {{rule}}: {{kind}} {{name}}', {
      rule: fix.rule,
      kind: ref.kind,
      name: ref.namespace === '' ? ref.name : `${ref.namespace}/${ref.name}`,
    }),
    reused: [],
    steps: [
      {
        id: stepId(ref),
        ref,
        purpose: fix.purpose,
        write: {
          type: 'patch',
          operations: [...identityOf(object), ...tests, ...changes],
          before: object,
          after,
        },
        wait,
        inverse: {
          type: 'patchBack',
          ref,
          operations: [
            ...identityOf(object),
            ...[...changes].reverse().flatMap((change) => takeBack(object, change)),
          ],
          wait,
        },
        nodes:
          ref.kind === 'NodeNetworkConfigurationPolicy'
            ? nodesOfSelector(graph, stringMapOf(recordOf(after.spec).nodeSelector)).map(nameOf)
            : [],
      },
    ],
  };
};
