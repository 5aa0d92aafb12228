/**
 * Every mechanical fix, from the finding to the mended object: the finding is gone, nothing new at
 * warning or above comes of it, the patch tests what it builds on, and its counter-patch gives the
 * object back as it was.
 */
import { NOW, node } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { vmi } from '../../../dev/test/makeClusterVms';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { loadScenario } from '../../../dev/scenarios/scenarios';
import type { KubeObject } from '../../cluster/kubeObject';
import { recordOf, textOf } from '../../cluster/json';
import { completeSnapshot } from '../../cluster/snapshotOf';
import { formatText } from '../../cluster/text';
import { runDoctor } from '../../doctor/runDoctor';
import { healthyObjects } from '../../doctor/testing/healthyObjects';
import { linuxBridgeCluster } from '../../doctor/testing/linuxBridge';
import { vlanNad } from '../../doctor/testing/vlanNad';
import { buildGraph } from '../../network/buildGraph';
import { applyOperations } from '../../plan/applyOperations';
import { FIX_OF_RULE } from '../../plan/fixes';
import { fixTarget } from '../../plan/fixTarget';
import type { ObjectRef } from '../../plan/model';
import { planFix } from '../../plan/planFix';
import { fixEffect } from './fixEffect';

interface Case {
  readonly rule: string;
  readonly subject: string;
  readonly objects: readonly KubeObject[];
}

const policyWith = (bridge: Record<string, unknown>): readonly KubeObject[] =>
  healthyObjects(
    nncp('br-vmdata', {
      interfaces: ovsBridgeWanted('br-vmdata', ['ens224'], bridge),
      mappings: { vmdata: 'br-vmdata' },
    }),
  );

const RESOURCE = 'k8s.v1.cni.cncf.io/resourceName';

const withoutSnooping = (name: string): KubeObject =>
  workerState(name, {
    bridges: [
      {
        name: 'br-vmdata',
        ports: ['ens224'],
        mcastSnooping: false,
        live: name === 'worker-0' ? ['vlan-100'] : [],
      },
    ],
  });

/** A policy for one worker by its host name, and a VM on either. */
const narrow = (
  nics: readonly { readonly name: string }[],
  runsOn = 'worker-1',
): readonly KubeObject[] =>
  healthyObjects(
    nncp('br-vmdata', {
      nodeSelector: {
        'node-role.kubernetes.io/worker': '',
        'kubernetes.io/hostname': 'worker-0',
      },
      interfaces: ovsBridgeWanted('br-vmdata', ['ens224']),
      mappings: { vmdata: 'br-vmdata' },
    }),
    vmi('ns1/web', { nics: ['vlan-100'], node: runsOn }),
    workerState('worker-1', { nics, bridges: [], mappings: {} }),
  ).filter(({ metadata }) => metadata?.name !== 'worker-1.br-vmdata');

const CASES: readonly Case[] = [
  {
    rule: 'NAD-005',
    subject: 'nad/ns1/vlan-100',
    objects: narrow([{ name: 'ens224' }]),
  },
  {
    rule: 'NAD-006',
    subject: 'nad/ns1/vlan-100',
    objects: narrow([{ name: 'ens224' }], 'worker-0'),
  },
  {
    rule: 'NAD-003',
    subject: 'nad/ns2/lan',
    objects: healthyObjects(vlanNad('ns2/lan', { netAttachDefName: 'ns1/lan' })),
  },
  {
    rule: 'NAD-010',
    subject: 'nad/ns2/lan',
    objects: healthyObjects(vlanNad('ns2/lan', { vlanID: '200' })),
  },
  {
    rule: 'NAD-010',
    subject: 'nad/ns2/lan',
    objects: healthyObjects(vlanNad('ns2/lan', { vlanID: undefined, vlan: 200 })),
  },
  {
    rule: 'NAD-011',
    subject: 'nad/ns2/lan',
    objects: healthyObjects(vlanNad('ns2/lan', { ipam: { type: 'whereabouts' } })),
  },
  {
    rule: 'NAD-017',
    subject: 'nad/ns1/lan',
    objects: linuxBridgeCluster({ on: ['worker-0'], resource: false }),
  },
  {
    rule: 'NAD-018',
    subject: 'nad/ns1/lan',
    objects: linuxBridgeCluster(
      { annotations: { [RESOURCE]: 'bridge.network.kubevirt.io/br2' } },
      node('worker-1', {
        allocatable: {
          'bridge.network.kubevirt.io/br1': '1k',
          'bridge.network.kubevirt.io/br2': '1k',
        },
      }),
    ),
  },
  {
    rule: 'NNCP-012',
    subject: 'policy/br-vmdata',
    objects: policyWith({ 'allow-extra-patch-ports': false }),
  },
  {
    rule: 'NNCP-013',
    subject: 'policy/br-vmdata',
    objects: policyWith({ options: { stp: true } }),
  },
  {
    rule: 'NNCP-014',
    subject: 'policy/br-vmdata',
    objects: [
      ...policyWith({ options: { stp: false } }).filter(({ kind }) => kind !== 'NodeNetworkState'),
      withoutSnooping('worker-0'),
      withoutSnooping('worker-1'),
    ],
  },
];

const findingsOf = (objects: readonly KubeObject[]) => {
  const graph = buildGraph(completeSnapshot(objects));
  return { graph, diagnosis: runDoctor({ graph, now: NOW }) };
};

/** The object in the form in which the API serves it. */
const served = (objects: readonly KubeObject[], kind: string, path: string): KubeObject => {
  const found = objects.find((object) => {
    const { namespace, name } = recordOf(object.metadata);
    const own = textOf(namespace) === '' ? textOf(name) : `${textOf(namespace)}/${textOf(name)}`;
    return object.kind === kind && own === path;
  });
  if (found === undefined) throw new Error(`no ${kind} ${path}`);
  return { ...found, metadata: { ...found.metadata, uid: 'u-1' } };
};

const keyOf = ({ namespace, name }: ObjectRef): string =>
  namespace === '' ? name : `${namespace}/${name}`;

const reviewed = ({ rule, subject, objects }: Case) => {
  const { graph, diagnosis } = findingsOf(objects);
  expect(diagnosis.findings.map((f) => `${f.rule} ${f.subject}`)).toContain(`${rule} ${subject}`);
  const target = fixTarget(graph, rule, subject);
  if (target.type !== 'own') throw new Error(`${rule} has no fix for ${subject}`);
  const object = served(objects, target.ref.kind, keyOf(target.ref));
  const plan = planFix(graph, target, subject, object, 'job-1');
  const step = plan?.steps[0];
  if (plan === undefined || step?.write.type !== 'patch') throw new Error('no patch');
  return { graph, diagnosis, object, plan, step, write: step.write };
};

test.each(CASES)('$rule: the fix of $subject mends it and does no harm', (given) => {
  const { graph, diagnosis, plan } = reviewed(given);
  expect(plan.fixes).toEqual({ rule: given.rule, subject: given.subject });
  const { vanish, appear } = fixEffect({ graph, now: NOW }, diagnosis, plan);
  expect(vanish.map((f) => `${f.rule} ${f.subject}`)).toContain(`${given.rule} ${given.subject}`);
  const loud = appear.filter(({ severity }) => severity !== 'info');
  expect(loud.map((f) => `${f.rule} ${formatText(f.message)}`)).toEqual([]);
});

test.each(CASES)('$rule: the patch tests what it builds on', (given) => {
  const { write } = reviewed(given);
  const [first] = write.operations;
  expect(first).toEqual({ op: 'test', path: '/metadata/uid', value: 'u-1' });
  const changes = write.operations.filter(({ op }) => op !== 'test');
  expect(changes.length).toBeGreaterThan(0);
  expect(applyOperations(write.before, changes)).toEqual(write.after);
});

test.each(CASES)('$rule: the counter-patch restores what was there', (given) => {
  const { object, write, step } = reviewed(given);
  if (step.inverse.type !== 'patchBack') throw new Error('no counter-patch');
  const replaced = step.inverse.operations.filter(({ op }) => op === 'replace');
  const removed = step.inverse.operations.filter(({ op }) => op === 'remove');
  expect(replaced.length + removed.length).toBe(
    write.operations.filter(({ op }) => op !== 'test').length,
  );
  if (removed.length === 0) expect(applyOperations(write.after, replaced)).toEqual(object);
});

test('the mappings of the article get the nodeSelector of the policy that makes the bridge', async () => {
  const loaded = await loadScenario('article-as-written');
  const objects = loaded.objects.map((one) => ({ ...one, metadata: { ...one.metadata } }));
  const { graph, diagnosis } = findingsOf(objects);
  const finding = diagnosis.findings.find(({ rule }) => rule === 'NNCP-021');
  const target = fixTarget(graph, 'NNCP-021', finding?.subject ?? '');
  if (target.type !== 'own') throw new Error('no fix');
  const object = served(objects, target.ref.kind, target.ref.name);
  const plan = planFix(graph, target, finding?.subject ?? '', object, 'job-1');
  if (plan === undefined) throw new Error('no plan');
  const { vanish } = fixEffect({ graph, now: NOW }, diagnosis, plan);
  expect(vanish.map(({ rule, subject }) => `${rule} ${subject}`)).toContain(
    `NNCP-021 ${finding?.subject ?? ''}`,
  );
});

test('a policy is not widened to a node that lacks its NIC, or has it in use', () => {
  const lacks = narrow([{ name: 'ens256' }]);
  const taken = narrow([{ name: 'ens224' }]).map((object) =>
    object.metadata?.name === 'worker-1' && object.kind === 'NodeNetworkState'
      ? workerState('worker-1', {
          bridges: [{ name: 'br-other', ports: ['ens224'], live: [] }],
          mappings: {},
        })
      : object,
  );
  for (const objects of [lacks, taken]) {
    const { graph, diagnosis } = findingsOf(objects);
    expect(diagnosis.findings.map(({ rule }) => rule)).toContain('NAD-005');
    const target = fixTarget(graph, 'NAD-005', 'nad/ns1/vlan-100');
    if (target.type !== 'own') throw new Error('no fix');
    expect(target.ref.name).toBe('br-vmdata');
    const object = served(objects, target.ref.kind, 'br-vmdata');
    expect(planFix(graph, target, 'nad/ns1/vlan-100', object, 'job-1')).toBeUndefined();
  }
});

test('what somebody else keeps is not changed, and the reason names who', () => {
  const argo = vlanNad(
    'ns2/lan',
    { netAttachDefName: 'ns1/lan' },
    { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:k8s.cni.cncf.io/x' } },
  );
  const { graph } = findingsOf(healthyObjects(argo));
  const target = fixTarget(graph, 'NAD-003', 'nad/ns2/lan');
  expect(target.type).toBe('kept');
  if (target.type === 'kept') expect(formatText(target.reason)).toContain('Argo CD (shop)');
});

test('a VLAN id that no frame can carry is left to its owner', () => {
  const objects = healthyObjects(vlanNad('ns2/lan', { vlanID: 5000 }));
  const { graph } = findingsOf(objects);
  const target = fixTarget(graph, 'NAD-010', 'nad/ns2/lan');
  if (target.type !== 'own') throw new Error('no fix');
  const object = served(objects, target.ref.kind, 'ns2/lan');
  expect(planFix(graph, target, 'nad/ns2/lan', object, 'job-1')).toBeUndefined();
});

test('every fix is of a rule, and all that need no more than their objects have a case here', () => {
  for (const [rule, fix] of FIX_OF_RULE) expect(fix.rule).toBe(rule);
  const cased = new Set(['NNCP-021', ...CASES.map(({ rule }) => rule)]);
  expect([...FIX_OF_RULE.keys()].filter((rule) => !cased.has(rule))).toEqual([]);
});
