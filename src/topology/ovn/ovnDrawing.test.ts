import { snapshot } from '../../../dev/test/makeCluster';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../../cluster/kubeObject';
import { buildGraph } from '../../network/buildGraph';
import { ovnView } from '../../network/ovnView';
import { ELEMENT_CAP } from '../model/picture';
import { healthyWith } from '../testing/pictureOf';
import { ovnDrawing } from './ovnDrawing';

const drawingOf = (...objects: readonly KubeObject[]) =>
  ovnDrawing(ovnView(buildGraph(snapshot(healthyWith(...objects))), 'worker-0'));

test('the default network runs in one row from the bridge to the node switch', () => {
  const { shapes } = drawingOf();
  const row = shapes.filter((shape) => shape.row === 0).sort((a, b) => a.column - b.column);
  expect(row.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'bridge',
      'extSwitch',
      'gatewayRouter',
      'joinSwitch',
      'clusterRouter',
      'nodeSwitch',
    ]),
  );
});

test('a localnet leads from its bridge through its port and switch to the VM NIC', () => {
  const { links } = drawingOf();
  const targetsOf = (id: string) =>
    links.filter(({ source }) => source === id).map((l) => l.target);
  let at = 'bridge/worker-0/br-vmdata';
  const kinds: string[] = [];
  for (let next = targetsOf(at)[0]; next !== undefined; next = targetsOf(at)[0]) {
    at = next;
    kinds.push(at.split('/')[0] ?? '');
  }
  expect(kinds).toEqual(['localnetPort', 'localnetSwitch', 'vnic']);
  expect(at).toBe('vnic/ns1/web/net1');
});

const networks = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    ovnNad(`ns1/net-${index}`, { config: { physicalNetworkName: 'vmdata', vlanID: 300 + index } }),
  );

test('no two shapes share a place, and every link has both ends', () => {
  const { shapes, links } = drawingOf(...networks(40));
  const places = shapes.map(({ column, row }) => `${column}/${row}`);
  expect(new Set(places).size).toBe(places.length);
  const ids = new Set(shapes.map(({ id }) => id));
  for (const { source, target } of links)
    expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
});

test('stays small in a cluster of many networks, those with VMs first', () => {
  const { shapes } = drawingOf(...networks(400));
  expect(shapes.length).toBeLessThan(ELEMENT_CAP);
  expect(shapes.map(({ id }) => id)).toContain('vnic/ns1/web/net1');
  expect(shapes.find(({ id }) => id === 'networks')?.title?.values).toEqual({ count: 377 });
});
