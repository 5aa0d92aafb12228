/** PRE-005: fires on a NAD in use or shared, is silent on one that is neither, and on what it cannot see. */
import { withObjects } from '../../dev/test/makeCluster';
import { healthyCluster } from '../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../cluster/kubeObject';
import { snapshotOf } from '../cluster/snapshotOf';
import { text } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import { checkNadEdit } from './checkNadEdit';
import { stepId } from './model';
import type { Step } from './model';

const edit = (namespace: string, name: string, path: 'config' | 'annotation'): Step => {
  const before: KubeObject = { spec: { config: '{}' } };
  const after: KubeObject = path === 'config' ? { spec: { config: '{"mtu":1400}' } } : before;
  const ref = {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    namespace,
    name,
  };
  return {
    id: stepId(ref),
    ref,
    purpose: text('Edit the NAD'),
    write: { type: 'patch', operations: [], before, after },
    wait: { type: 'none' },
    inverse: { type: 'none', ref },
    nodes: [],
  };
};

const graphOf = (objects: readonly KubeObject[]) => buildGraph(snapshotOf(objects));
const unused = ovnNad('ns2/lan');
const said = (objects: readonly KubeObject[], step: Step, added: readonly string[] = []) =>
  checkNadEdit(
    graphOf(objects),
    step,
    added.map((rule) => ({ rule })),
  ).map(({ id, level }) => `${id} ${level}`);

const [used] = [...graphOf(healthyCluster()).vnics.values()].flatMap(
  ({ nadKey, instanceNetwork }) =>
    instanceNetwork === undefined || nadKey === undefined ? [] : [nadKey.split('/')],
);
const [namespace = '', name = ''] = used ?? [];

test('PRE-005 fires on a NAD of running VMs, and blocks what would set NADs of one name at odds', () => {
  expect(said(healthyCluster(), edit(namespace, name, 'config'))).toEqual(['PRE-005 warn']);
  expect(
    said(withObjects(healthyCluster(), unused), edit('ns2', 'lan', 'config'), ['NAD-008']),
  ).toEqual(['PRE-005 block']);
});

test('PRE-005 is silent on a NAD of no VM, and where the configuration stays as it is', () => {
  expect(
    said(withObjects(healthyCluster(), unused), edit('ns2', 'lan', 'config'), ['NAD-014']),
  ).toEqual([]);
  expect(said(healthyCluster(), edit(namespace, name, 'annotation'))).toEqual([]);
});

test('PRE-005 does not invent VMs that it cannot see', () => {
  const unseen = healthyCluster().filter(({ kind }) => !String(kind).startsWith('VirtualMachine'));
  expect(said(unseen, edit(namespace, name, 'config'))).toEqual([]);
});
