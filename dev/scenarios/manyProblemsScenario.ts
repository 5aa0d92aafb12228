/**
 * The generated cluster after years of work by hand: NICs that are down, mappings that are gone, copied network
 * attachment definitions, VMs on networks that are not there. For a look at a long list of problems.
 */
import type { KubeObject } from '../api-server/kubeObject';
import type { CurrentState } from '../operators/nmstateTypes';
import { nadEdit, nicEdit, stateEdit, textEdit } from './brokenEdits';
import type { Edit } from './brokenEdits';
import { generatedScenario } from './generatedScenario';
import type { ScenarioSource } from './scenario';

const NODES = { nodes: 60, vms: 600 };

/** The number that the generator gave an object: worker-007, net-0012, vm-00345. */
const numberOf = ({ metadata }: KubeObject): number => Number(/\d+$/.exec(metadata.name)?.[0]);

const withoutMapping = (state: CurrentState): CurrentState => ({
  ...state,
  ovn: {
    'bridge-mappings': (state.ovn?.['bridge-mappings'] ?? []).filter(
      ({ localnet }) => localnet !== 'data-1',
    ),
  },
});

/** What somebody did on a node, by its number. */
const nodeEdits = (name: string, number: number): readonly Edit[] => [
  ...(number % 5 === 0 ? [nicEdit(name, 'eno2', (nic) => ({ ...nic, state: 'down' }))] : []),
  ...(number % 6 === 1 ? [stateEdit(name, withoutMapping)] : []),
  ...(number % 9 === 4 ? [nicEdit(name, 'eno4', (nic) => ({ ...nic, mtu: 1400 }))] : []),
];

/** What somebody copied and did not mend, by the number of the network. */
const nadEdits = (name: string, number: number): readonly Edit[] => {
  switch (number % 5) {
    case 1:
      return [nadEdit(name, (config) => ({ ...config, netAttachDefName: 'project-0000/copy' }))];
    case 2:
      return [nadEdit(name, (config) => ({ ...config, vlanID: String(config.vlanID) }))];
    case 3:
      return [nadEdit(name, ({ mtu: _mtu, ...config }) => config)];
    default:
      return [];
  }
};

const editsOf = (object: KubeObject): readonly Edit[] => {
  const { kind, metadata } = object;
  const number = numberOf(object);
  if (kind === 'NodeNetworkState') return nodeEdits(metadata.name, number);
  if (kind === 'NetworkAttachmentDefinition') return nadEdits(metadata.name, number);
  if (kind !== 'VirtualMachine' || number % 12 !== 0) return [];
  return [textEdit(() => true, '"networkName":"net-', '"networkName":"old-net-')];
};

export const manyProblemsScenario: ScenarioSource = {
  name: 'many-problems',
  description: 'The generated cluster with some 300 problems',
  load: async () => {
    const { objects } = await generatedScenario.load(NODES);
    return {
      objects: objects.flatMap((object) =>
        editsOf(object).reduce<KubeObject[]>(
          (edited, edit) => edited.flatMap((one) => edit(one) ?? []),
          [object],
        ),
      ),
    };
  },
};
