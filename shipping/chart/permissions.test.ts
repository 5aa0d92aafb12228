/**
 * Who may reach the plugin and who may do what. Each permission stands here with its reason; one more in
 * the chart, or one wider, fails.
 */
import type { KubeObject } from '../../dev/api-server/kubeObject';
import { KIND_KEYS, MODELS } from '../../src/cluster/models';
import { everyValue, leastValues, NAMESPACE, objectOf, renderChart } from './renderChart';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** One line per permission: `verb group/resource` and the names it is limited to. */
function permissionsOf(role: KubeObject): string[] {
  const rules = role.rules as readonly Rule[];
  const lines = rules.flatMap(({ apiGroups, resources, verbs, resourceNames, ...rest }) => {
    expect(rest).toEqual({});
    const only = resourceNames === undefined ? '' : ` ${resourceNames.join(',')}`;
    return apiGroups.flatMap((group) =>
      resources.flatMap((resource) => verbs.map((verb) => `${verb} ${group}/${resource}${only}`)),
    );
  });
  return [...new Set(lines)].sort();
}

const withRoles = { ...leastValues, roles: { viewer: true, admin: true } };

/** Groups whose "networks" are two kinds of their own; both are read. */
const reads = KIND_KEYS.flatMap((key) => {
  const { apiGroup, plural } = MODELS[key];
  return ['get', 'list', 'watch'].map((verb) => `${verb} ${apiGroup}/${plural}`);
}).sort();

/** What each flow of the wizard writes, and what taking a job back removes or writes. */
const writes: Readonly<Record<string, string>> = {
  'create nmstate.io/nodenetworkconfigurationpolicies': 'a bridge, a bond, a bridge mapping',
  'patch nmstate.io/nodenetworkconfigurationpolicies':
    'unconfigures what a job made, before deletion',
  'delete nmstate.io/nodenetworkconfigurationpolicies': 'takes back a policy that a job made',
  'create k8s.cni.cncf.io/network-attachment-definitions': 'the network that a VM is attached to',
  'patch k8s.cni.cncf.io/network-attachment-definitions': 'a fix of its configuration',
  'delete k8s.cni.cncf.io/network-attachment-definitions': 'takes back a NAD that a job made',
  'create k8s.ovn.org/clusteruserdefinednetworks': 'a network for several projects',
  'delete k8s.ovn.org/clusteruserdefinednetworks': 'takes it back',
  'create k8s.ovn.org/userdefinednetworks': 'an overlay in one project',
  'delete k8s.ovn.org/userdefinednetworks': 'takes it back',
  'patch /nodes': 'the label by which a policy selects nodes that were chosen one by one',
  'patch /namespaces': 'the label by which a cluster-wide network selects projects',
  'patch kubevirt.io/virtualmachines': 'adds a NIC, takes it away',
};

test('the viewer reads the kinds that the product reads, and no other', async () => {
  const role = objectOf(await renderChart(withRoles), 'ClusterRole', 'vm-networks-viewer');
  expect(permissionsOf(role)).toEqual(reads);
});

test('the admin may besides write what jobs write', async () => {
  const role = objectOf(await renderChart(withRoles), 'ClusterRole', 'vm-networks-admin');
  expect(permissionsOf(role)).toEqual([...reads, ...Object.keys(writes)].sort());
});

test('the journal is a role of its own, to be bound in single projects', async () => {
  const role = objectOf(await renderChart(withRoles), 'ClusterRole', 'vm-networks-journal');
  expect(permissionsOf(role)).toEqual(
    ['create', 'delete', 'get', 'list', 'patch'].map((verb) => `${verb} /configmaps`),
  );
});

test('the hook may read and patch one object', async () => {
  const objects = await renderChart(withRoles);
  expect(permissionsOf(objectOf(objects, 'ClusterRole', 'vm-networks-enable'))).toEqual([
    'get operator.openshift.io/consoles cluster',
    'patch operator.openshift.io/consoles cluster',
  ]);
  const bindings = objects.filter(({ kind }) => kind.endsWith('Binding'));
  expect(bindings.map(({ roleRef, subjects }) => ({ roleRef, subjects }))).toEqual([
    {
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'vm-networks-enable',
      },
      subjects: [{ kind: 'ServiceAccount', name: 'vm-networks-enable', namespace: NAMESPACE }],
    },
  ]);
});

test('nobody is bound to the roles for people', async () => {
  const objects = await renderChart(everyValue);
  expect(JSON.stringify(objects.filter(({ kind }) => kind.endsWith('Binding')))).not.toMatch(
    /vm-networks-(viewer|admin|journal)/,
  );
});

test.each([
  { values: leastValues, port: 9443 },
  { values: everyValue, port: 8443 },
])(
  'the console alone reaches the plugin, on port $port; the plugin reaches nobody',
  async ({ values, port }) => {
    const objects = await renderChart(values);
    const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
    const labels = {
      'app.kubernetes.io/name': 'vm-networks',
      'app.kubernetes.io/component': 'plugin',
    };
    // Probes come from the node itself, which a NetworkPolicy never shuts out.
    expect(policies.map(({ spec }) => spec)).toEqual([
      {
        podSelector: { matchLabels: { ...labels, 'app.kubernetes.io/instance': 'vm-networks' } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          {
            // One peer with both selectors: the console's pods, in the console's namespace.
            from: [
              {
                namespaceSelector: {
                  matchLabels: { 'kubernetes.io/metadata.name': 'openshift-console' },
                },
                podSelector: { matchLabels: { app: 'console', component: 'ui' } },
              },
            ],
            ports: [{ protocol: 'TCP', port }],
          },
        ],
        egress: [],
      },
    ]);
  },
);

test('the policy holds for the pods of the plugin, and not for the hook, which calls the API', async () => {
  const objects = await renderChart(leastValues);
  const { podSelector } = objectOf(objects, 'NetworkPolicy').spec as {
    readonly podSelector: { readonly matchLabels: Readonly<Record<string, string>> };
  };
  const isSelected = (object: KubeObject): boolean => {
    const { template } = object.spec as {
      readonly template: {
        readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      };
    };
    return Object.entries(podSelector.matchLabels).every(
      ([key, value]) => template.metadata.labels[key] === value,
    );
  };
  expect(isSelected(objectOf(objects, 'Deployment'))).toBe(true);
  expect(objects.filter(({ kind }) => kind === 'Job').map(isSelected)).toEqual([false, false]);
});
