import { resourceLink } from './resourceLinks';

it.each([
  [{ kind: 'Node', namespace: '', name: 'worker-0' }, '/k8s/cluster/nodes/worker-0'],
  [
    { kind: 'VirtualMachine', namespace: 'ns1', name: 'web' },
    '/k8s/ns/ns1/kubevirt.io~v1~VirtualMachine/web',
  ],
  [
    { kind: 'NodeNetworkConfigurationPolicy', namespace: '', name: 'br-vmdata' },
    '/k8s/cluster/nmstate.io~v1~NodeNetworkConfigurationPolicy/br-vmdata',
  ],
] as const)('%j has its page at %s', (object, path) => expect(resourceLink(object)).toBe(path));
