import { nns, node } from '../../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyWith, pictureOf, stoppedVms } from '../testing/pictureOf';
import { ELEMENT_CAP } from './picture';
import type { Picture } from './picture';

const ids = (picture: Picture): readonly string[] => [...picture.elements.keys()];
const edgeIds = (picture: Picture): readonly string[] => picture.edges.map(({ id }) => id);
const frameIds = (picture: Picture, kind: string): readonly string[] =>
  [...picture.frames.values()].filter((frame) => frame.kind === kind).map(({ id }) => id);

const WORKERS = 'profile/worker-0';

describe('the default picture', () => {
  const picture = pictureOf(healthyCluster());

  it('folds equal workers and keeps the control plane apart', () => {
    expect(frameIds(picture, 'node')).toEqual([WORKERS, 'node/master-0']);
    expect(picture.frames.get(WORKERS)?.members).toEqual(['node/worker-0', 'node/worker-1']);
  });

  it('leads from the switch port to the VM NIC without a gap', () => {
    const path = [
      `nic@${WORKERS}/ens224|bridge@${WORKERS}/br-vmdata`,
      `bridge@${WORKERS}/br-vmdata|mapping@${WORKERS}/vmdata`,
      `mapping@${WORKERS}/vmdata|network/vlan-100`,
      'network/vlan-100|nad/ns1/vlan-100',
      'nad/ns1/vlan-100|vnic/ns1/web/net1',
    ];
    expect(edgeIds(picture)).toEqual(expect.arrayContaining(path));
    const port = picture.edges.find(({ target }) => target === `nic@${WORKERS}/ens224`);
    expect(picture.elements.get(port?.source ?? '')?.column).toBe('port');
  });

  it('shows br-ex, br-int, the cluster network and the machine network', () => {
    expect(edgeIds(picture)).toEqual(
      expect.arrayContaining([
        'bridge/master-0/br-ex|bridge/master-0/br-int',
        'bridge/master-0/br-int|clusterNetwork/10.128.0.0/14',
      ]),
    );
    expect(ids(picture).some((id) => id.startsWith('machineNetwork/'))).toBe(true);
  });

  it('says where every entity can be found, hidden ones included', () => {
    expect(picture.standsFor.get('nic/worker-1/ens224')).toEqual([`nic@${WORKERS}/ens224`]);
    expect(picture.standsFor.get('localnet/vmdata')).toEqual([`mapping@${WORKERS}/vmdata`]);
    expect(picture.standsFor.get('vm/ns1/web')).toEqual(['vm/ns1/web']);
  });

  it('does not draw what nothing uses, unless asked to', () => {
    const spare = nns('worker-0', { nics: [{ name: 'ens224' }, { name: 'ens256' }] });
    const objects = healthyWith(spare);
    expect(ids(pictureOf(objects)).join()).not.toContain('ens256');
    expect(ids(pictureOf(objects, { showsUnused: true }))).toContain('nic/worker-0/ens256');
    expect(ids(picture).join()).not.toContain('physnet');
  });

  it('has only edges whose ends are drawn', () => {
    for (const { source, target } of picture.edges) {
      expect(picture.elements.has(source)).toBe(true);
      expect(picture.elements.has(target)).toBe(true);
    }
  });
});

describe('nodes', () => {
  it('a node that differs stands alone', () => {
    const picture = pictureOf(
      healthyWith(
        node('worker-2'),
        workerState('worker-2'),
        workerState('worker-1', { mappings: {} }),
      ),
    );
    expect(frameIds(picture, 'node')).toEqual([WORKERS, 'node/worker-1', 'node/master-0']);
    expect(picture.frames.get(WORKERS)?.members).toEqual(['node/worker-0', 'node/worker-2']);
    expect(picture.elements.get('mapping/worker-1/vmdata')?.health).toBe('broken');
  });

  it('an opened profile and the each-node switch show the nodes one by one', () => {
    const all = ['node/worker-0', 'node/worker-1', 'node/master-0'];
    const opened = pictureOf(healthyCluster(), { expanded: new Set([WORKERS]) });
    expect(frameIds(opened, 'node')).toEqual(all);
    const each = pictureOf(healthyCluster(), { isEachNode: true });
    expect(frameIds(each, 'node')).toEqual(all);
  });
});

// The healthy cluster has one VM of its own on the same network.
describe('VMs', () => {
  const fold = (picture: Picture) =>
    [...picture.frames.values()].find(({ isFold, kind }) => isFold && kind === 'vm');

  it('ten like VMs stand alone, eleven are one', () => {
    expect(frameIds(pictureOf(healthyWith(...stoppedVms(9))), 'vm')).toContain('vm/ns1/vm-3');
    const picture = pictureOf(healthyWith(...stoppedVms(10)));
    expect(frameIds(picture, 'vm')).not.toContain('vm/ns1/vm-3');
    expect(fold(picture)?.members).toHaveLength(11);
    expect(picture.standsFor.get('vm/ns1/vm-3')).toEqual([fold(picture)?.id]);
  });

  it('a selected VM leaves the fold, the others stay', () => {
    const kept = new Set(['vm/ns1/vm-3']);
    const picture = pictureOf(healthyWith(...stoppedVms(10)), { kept });
    expect(frameIds(picture, 'vm')).toContain('vm/ns1/vm-3');
    expect(fold(picture)?.members).toHaveLength(10);
  });

  it('a broken VM never hides among healthy ones', () => {
    const lost = vm('ns1/lost', { nics: ['no-such-nad'] });
    const picture = pictureOf(healthyWith(...stoppedVms(20), lost));
    expect(frameIds(picture, 'vm')).toContain('vm/ns1/lost');
    expect(picture.elements.get('nad/ns1/no-such-nad')?.origin).toBe('intended');
  });

  it('an opened fold shows its VMs', () => {
    const objects = healthyWith(...stoppedVms(10));
    const id = fold(pictureOf(objects))?.id ?? '';
    const opened = pictureOf(objects, { expanded: new Set([id]) });
    expect(frameIds(opened, 'vm')).toContain('vm/ns1/vm-9');
  });
});

describe('size', () => {
  const networks = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      ovnNad(`ns1/net-${index}`, {
        config: { physicalNetworkName: 'vmdata', vlanID: 300 + index },
      }),
    );

  it('stays below the cap by folding more', () => {
    const picture = pictureOf(healthyWith(...networks(400)));
    expect(picture.isTooLarge).toBe(false);
    expect(picture.size).toBeLessThanOrEqual(ELEMENT_CAP);
    expect(picture.level).toBeGreaterThan(0);
    expect(picture.standsFor.get('network/net-7')).toHaveLength(1);
  });

  it('draws nothing rather than too much', () => {
    const objects = healthyWith(...networks(400));
    const { elements } = pictureOf(objects);
    const folds = [...elements.keys()].filter((id) => id.includes('@'));
    const picture = pictureOf(objects, { expanded: new Set(folds) });
    expect(picture.isTooLarge).toBe(true);
    expect(picture.size).toBeGreaterThan(ELEMENT_CAP);
    expect(picture.elements.size).toBe(0);
  });
});

describe('scope', () => {
  it('of a VM is its path on the node it runs on', () => {
    const picture = pictureOf(healthyCluster(), { scope: 'vm/ns1/web' });
    expect(frameIds(picture, 'node')).toEqual(['node/worker-0']);
    expect(ids(picture)).toContain('nic/worker-0/ens224');
    expect(ids(picture)).not.toContain('nic/worker-1/ens224');
  });

  it('of a node is what hangs on it', () => {
    const picture = pictureOf(healthyCluster(), { scope: 'node/worker-1' });
    expect(frameIds(picture, 'node')).toEqual(['node/worker-1']);
    expect(frameIds(picture, 'vm')).toEqual([]);
    expect(ids(picture)).toContain('network/vlan-100');
  });

  it('of a policy is what it manages, from the wire to the VMs', () => {
    const picture = pictureOf(healthyCluster(), { scope: 'policy/br-vmdata' });
    expect(ids(picture)).toEqual(
      expect.arrayContaining([
        `nic@${WORKERS}/ens224`,
        `bridge@${WORKERS}/br-vmdata`,
        'vnic/ns1/web/net1',
      ]),
    );
    expect(ids(picture).join()).not.toContain('br-ex');
  });

  it('of something that is gone is the whole cluster', () => {
    const gone = pictureOf(healthyCluster(), { scope: 'vm/ns1/gone' });
    expect(ids(gone)).toEqual(ids(pictureOf(healthyCluster())));
  });
});
