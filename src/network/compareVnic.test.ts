/** A VM NIC's template against the running instance, field by field (domain reference A.7.2). */
import { snapshot, withObjects, withoutObject } from '../../dev/test/makeCluster';
import { healthyCluster } from '../../dev/test/makeClusterHealthy';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { VmiOptions, VmOptions } from '../../dev/test/makeClusterVms';
import { buildGraph } from './buildGraph';
import { compareVnic } from './intendedVsActual';
import type { Comparison } from './intendedVsActual';
import { differenceLines } from './testing/differenceLines';

const healthy = healthyCluster();

describe('a VM NIC: template against running instance', () => {
  const nic = { name: 'net1', nad: 'vlan-100', mac: '02:00:00:00:00:01' };
  const compared = (template: VmOptions, instance: VmiOptions | undefined) => {
    const objects = withObjects(
      withoutObject(healthy, 'VirtualMachineInstance'),
      vm('ns1/web', template),
      ...(instance === undefined ? [] : [vmi('ns1/web', instance)]),
    );
    const vnic = buildGraph(snapshot(objects)).vnics.get('ns1/web/net1');
    return vnic && compareVnic(vnic);
  };

  test.each<
    readonly [
      string,
      VmOptions,
      VmiOptions | undefined,
      Comparison['agreement'] | undefined,
      readonly string[],
    ]
  >([
    ['as wanted', { nics: [nic] }, { nics: [nic] }, 'same', []],
    [
      'moved to another network, not restarted',
      { nics: [{ ...nic, nad: 'vlan-200' }] },
      { nics: [nic] },
      'different',
      ['different network: vlan-200 -> vlan-100'],
    ],
    [
      'another model and MAC',
      { nics: [{ ...nic, model: 'e1000e', mac: '02:00:00:00:00:02' }] },
      { nics: [nic] },
      'different',
      [
        'different model: e1000e -> virtio',
        'different macAddress: 02:00:00:00:00:02 -> 02:00:00:00:00:01',
      ],
    ],
    ['plugged in the template only', { nics: [nic] }, { nics: [] }, 'missing', []],
    ['unplugged from the template only', { nics: [] }, { nics: [nic] }, 'extra', []],
    [
      'asked to be unplugged and still there',
      { nics: [{ ...nic, state: 'absent' }] },
      { nics: [nic] },
      'extra',
      [],
    ],
    [
      'link down by request, not carried over',
      { nics: [{ ...nic, state: 'down' }] },
      { nics: [nic] },
      'different',
      ['different state: down -> up'],
    ],
    ['a stopped VM has nothing to be compared with', { nics: [nic] }, undefined, undefined, []],
  ])('%s', (_what, template, instance, agreement, expected) => {
    const comparison = compared(template, instance);
    expect(comparison?.agreement).toBe(agreement);
    expect(differenceLines(comparison)).toEqual(expected);
  });
});
