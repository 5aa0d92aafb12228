/** The chart as the real helm sees it: lint, what it renders, what it refuses and in which words. */
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { KubeObject } from '../../dev/api-server/kubeObject';
import { clusterTools } from '../tools/clusterTools';
import { runProgram } from '../tools/runProgram';
import { consolePluginSchema } from './consoleSchemas';
import {
  chartFolder,
  everyValue,
  leastValues,
  objectOf,
  renderChart,
  templateChart,
} from './renderChart';
import { typeErrors } from './typeErrors';

const isNative = ({ apiVersion }: KubeObject): boolean => !apiVersion.includes('openshift.io');
const kindsOf = (objects: readonly KubeObject[]): string[] =>
  objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();

const INSTALLED = [
  'ConfigMap vm-networks',
  'ConsolePlugin vm-networks',
  'Deployment vm-networks',
  'NetworkPolicy vm-networks',
  'PodDisruptionBudget vm-networks',
  'Service vm-networks',
  'ServiceAccount vm-networks',
];
const HOOKS = [
  'ClusterRole vm-networks-enable',
  'ClusterRoleBinding vm-networks-enable',
  'Job vm-networks-disable',
  'Job vm-networks-enable',
  'ServiceAccount vm-networks-enable',
];

test('helm lint has nothing to complain of, with the least and with every value', async () => {
  const { helm } = await clusterTools();
  for (const values of [leastValues, everyValue]) {
    const args = [
      'lint',
      '--strict',
      chartFolder,
      '--set-json',
      `image=${JSON.stringify(values.image)}`,
    ];
    const { status, stdout } = await runProgram(helm, args);
    expect(stdout).toContain('1 chart(s) linted, 0 chart(s) failed');
    expect(status).toBe(0);
  }
});

describe.each([
  { name: 'the least', values: leastValues },
  { name: 'every value', values: everyValue },
  { name: 'everything off', values: { ...leastValues, ...everythingOff() } },
])('with $name', ({ values }) => {
  test('what is rendered is valid Kubernetes, field by field', async () => {
    const objects = await renderChart(values);
    expect(await typeErrors(objects.filter(isNative))).toEqual([]);
  });

  test('the ConsolePlugin is valid', async () => {
    const validate = new Ajv({ allErrors: true }).compile(consolePluginSchema);
    validate(objectOf(await renderChart(values), 'ConsolePlugin'));
    expect(validate.errors ?? []).toEqual([]);
  });
});

function everythingOff() {
  return {
    podDisruptionBudget: { enabled: false },
    networkPolicy: { enabled: false },
    enablePlugin: { enabled: false },
  };
}

test('an object with a field that the API does not know is not called valid', async () => {
  const objects = await renderChart(leastValues);
  const budget = objectOf(objects, 'PodDisruptionBudget');
  const errors = await typeErrors([{ ...budget, spec: { minAvailble: 1 } }]);
  expect(errors.join()).toContain('minAvailble');
});

test.each([
  ['by default', leastValues, [...INSTALLED, ...HOOKS]],
  [
    'with the roles for people',
    { ...leastValues, roles: { viewer: true, admin: true } },
    [
      ...INSTALLED,
      ...HOOKS,
      'ClusterRole vm-networks-viewer',
      'ClusterRole vm-networks-admin',
      'ClusterRole vm-networks-journal',
    ],
  ],
  [
    'with everything off',
    { ...leastValues, ...everythingOff() },
    INSTALLED.filter((name) => !/NetworkPolicy|PodDisruptionBudget/.test(name)),
  ],
  [
    'with one replica, which a budget would never let go',
    { ...leastValues, replicas: 1 },
    [...INSTALLED, ...HOOKS].filter((name) => !name.startsWith('PodDisruptionBudget')),
  ],
])('what is installed %s', async (_, values, expected) => {
  expect(kindsOf(await renderChart(values))).toEqual([...expected].sort());
});

test('every value reaches the objects', async () => {
  const objects = await renderChart(everyValue);
  const text = JSON.stringify(objects);
  const traces = [
    everyValue.image.name,
    '"imagePullPolicy":"Always"',
    '"imagePullSecrets":[{"name":"registry-credentials"}]',
    '"displayName":"Networks: \\"VM\\" & more"',
    '"replicas":3',
    '"limits":{"cpu":"500m","memory":"1Gi"}',
    '"nodeSelector":{"node-role.kubernetes.io/infra":""}',
    '"tolerations":[{"effect":"NoSchedule","key":"infra","operator":"Exists"}]',
    'requiredDuringSchedulingIgnoredDuringExecution',
    '"containerPort":8443',
    '"secretName":"own-cert"',
    '"service.beta.openshift.io/serving-cert-secret-name":"own-cert"',
    'ssl_protocols       TLSv1.3;',
    '"minAvailable":"50%"',
    '"image":"registry.example/oc:4.20"',
    '"cpu":"20m"',
  ];
  expect(traces.filter((trace) => !text.includes(trace))).toEqual([]);
  expect(text.includes('9443')).toBe(false);
});

test('no pod gets a token it does not need, or more than the restricted standard allows', async () => {
  const objects = await renderChart(leastValues);
  const deployment = objectOf(objects, 'Deployment');
  const templates = objects
    .filter(({ kind }) => kind === 'Deployment' || kind === 'Job')
    .map(({ spec }) => (spec as { template: { spec: PodSpec } }).template.spec);
  expect(templates).toHaveLength(3);
  for (const spec of templates) {
    expect(spec.securityContext).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    for (const container of spec.containers) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    }
    // Nothing but what is listed: no host network, no privileged volumes.
    expect(Object.keys(spec)).not.toEqual(expect.arrayContaining(['hostNetwork', 'hostPID']));
    for (const volume of spec.volumes) {
      expect(['secret', 'configMap', 'emptyDir']).toContain(
        Object.keys(volume).find((key) => key !== 'name'),
      );
    }
  }
  const { spec } = (deployment.spec as { template: { spec: PodSpec } }).template;
  expect(spec.automountServiceAccountToken).toBe(false);
  expect(objectOf(objects, 'ServiceAccount', 'vm-networks')).toMatchObject({
    automountServiceAccountToken: false,
  });
});

interface PodSpec {
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext: object;
  readonly containers: readonly { readonly securityContext: object }[];
  readonly volumes: readonly object[];
}

test.each([
  ['no image', {}, 'Set image.name to the image with the built plugin'],
  [
    'a name that is no value',
    { ...leastValues, replica: 3 },
    "additional properties 'replica' not allowed",
  ],
  ['a nested name that is no value', { image: { repository: 'x' } }, "'repository' not allowed"],
  ['no pods', { ...leastValues, replicas: 0 }, "at '/replicas': minimum: got 0, want 1"],
  [
    'words for a number',
    { ...leastValues, replicas: 'two' },
    "at '/replicas': got string, want integer",
  ],
  ['a port for root', { ...leastValues, port: 443 }, "at '/port': minimum: got 443, want 1,025"],
  [
    'an unknown TLS profile',
    { ...leastValues, tls: { profile: 'old' } },
    "at '/tls/profile': value must be one of 'intermediate', 'modern'",
  ],
  [
    'a nonsense amount',
    { ...leastValues, resources: { requests: { cpu: 'lots' } } },
    "at '/resources/requests/cpu'",
  ],
  ['a name with a space', { image: { name: 'a b' } }, "at '/image/name': 'a b' does not match"],
  [
    'no display name',
    { ...leastValues, displayName: '' },
    "at '/displayName': minLength: got 0, want 1",
  ],
  [
    'a budget that lets no pod go',
    { ...leastValues, podDisruptionBudget: { minAvailable: 2 } },
    'podDisruptionBudget.minAvailable is 2 of 2 replicas: no node with one of these pods could be drained.',
  ],
  [
    'a switch in words',
    { ...leastValues, roles: { admin: 'yes please' } },
    "at '/roles/admin': got string, want boolean",
  ],
])('%s is refused with a message that names it', async (_, values, message) => {
  const { status, stderr } = await templateChart(values);
  expect(stderr).toContain(message);
  expect(status).not.toBe(0);
});

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Paths of the values, down to what is free: lists, maps by label, amounts. */
function pathsOf(value: unknown, prefix = ''): string[] {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap || Object.keys(value).length === 0 || prefix.endsWith('.resources')) return [prefix];
  return Object.entries(value).flatMap(([key, item]) => pathsOf(item, `${prefix}.${key}`));
}

function schemaPaths(schema: Schema, prefix = ''): string[] {
  if (schema.properties === undefined) return [prefix];
  return Object.entries(schema.properties).flatMap(([key, inner]) =>
    schemaPaths(inner, `${prefix}.${key}`),
  );
}

test('the schema knows each value and no other', () => {
  const read = (file: string): string => readFileSync(path.join(chartFolder, file), 'utf8');
  const known = schemaPaths(JSON.parse(read('values.schema.json')) as Schema);
  // Helm itself adds "global".
  expect(known.filter((name) => name !== '.global').sort()).toEqual(
    pathsOf(parse(read('values.yaml'))).sort(),
  );
});
