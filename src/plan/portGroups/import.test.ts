import fc from 'fast-check';
import { cudn, ovnNad } from '../../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../../cluster/kubeObject';
import { ovnName } from '../../cluster/ovnNames';
import { formatText } from '../../cluster/text';
import { propertyRuns } from '../../network/testing/propertyRuns';
import { isNadName } from '../names';
import { clusterWithFreeNic, graphOf } from '../testing';
import type { ImportIntent } from './importIntent';
import { checkImport, planImport } from './planImport';
import type { PortGroup } from './portGroup';
import { proposeImport } from './proposeImport';
import type { Proposal } from './proposeImport';
import { readVlan } from './readVlan';

const group = (line: number, name: string, vlan: string): PortGroup => ({
  line,
  name,
  vlan: readVlan(vlan),
  description: '',
});

const TARGET = { bridge: 'br-vmdata', projects: ['ns1'] };

const propose = (
  groups: readonly PortGroup[],
  typed: readonly (readonly [number, string])[] = [],
  more: readonly KubeObject[] = [],
): readonly Proposal[] =>
  proposeImport(graphOf([...clusterWithFreeNic(), ...more]), groups, TARGET, new Map(typed));

const said = ({ conflicts }: Proposal | undefined = { conflicts: [] } as never): string =>
  conflicts.map(({ level, message }) => `${level}: ${formatText(message)}`).join('\n');

test('a good row is a network as it stands', () => {
  expect(propose([group(2, 'web', 'VLAN 200')])).toEqual([
    {
      group: group(2, 'web', 'VLAN 200'),
      name: 'web',
      vlan: 200,
      conflicts: [],
      isPossible: true,
      isChosenByItself: true,
    },
  ]);
});

test.each<[string, string, string, string]>([
  ['spaces and capitals', 'DPG Web_01', 'dpg-web-01', 'is not a valid object name'],
  ['accents', 'Büro Köln', 'buro-koln', 'is not a valid object name'],
  ['a zero in front', '01-web', '1-web', 'is not a valid object name'],
  ['no letter at all', '---', 'vlan-300', 'is not a valid object name'],
  ['a name that a network has', 'vlan-100', 'vlan-100-2', 'is there already'],
  ['a name that OVN takes for one', 'vlan.100', 'vlan-100-2', 'is there already'],
  ['a name that OVN-Kubernetes keeps', 'default', 'default-2', 'is there already'],
  ['a name that is too long', 'a'.repeat(80), 'a'.repeat(58), 'is not a valid object name'],
])('a name with %s', (_what, written, name, sentence) => {
  const [proposal] = propose([group(2, written, '300')]);
  expect(proposal).toMatchObject({ name, isPossible: true, isChosenByItself: true });
  expect(said(proposal)).toContain(`info: `);
  expect(said(proposal)).toContain(sentence);
});

test.each<[string, string, string]>([
  ['no VLAN', '', 'block: It has no VLAN'],
  ['a trunk', 'VLAN Trunk [1-10]', 'block: “VLAN Trunk [1-10]” is a trunk'],
  ['a private VLAN', 'Private VLAN 5', 'block: “Private VLAN 5” is a private VLAN'],
  ['a number that is none', '9999', 'block: “9999” is no VLAN'],
])('a port group with %s cannot be chosen', (_what, vlan, sentence) => {
  const [proposal] = propose([group(2, 'web', vlan)]);
  expect(proposal).toMatchObject({ isPossible: false, isChosenByItself: false });
  expect(said(proposal)).toContain(sentence);
});

test('a VLAN that the bridge serves already waits for a word of the user', () => {
  const [proposal] = propose([group(2, 'web', '100')]);
  expect(proposal).toMatchObject({ isPossible: true, isChosenByItself: false });
  expect(said(proposal)).toBe('warn: VLAN 100 is served on br-vmdata by vlan-100 already.');
});

test('a VLAN that another bridge serves is only told of', () => {
  const other = ovnNad('ns2/dmz', { config: { physicalNetworkName: 'physnet', vlanID: 300 } });
  const [proposal] = propose([group(2, 'web', '300')], [], [other]);
  expect(proposal?.isChosenByItself).toBe(true);
  expect(said(proposal)).toBe('info: VLAN 300 is served by dmz, too, over another bridge.');
});

test('of two rows with one name or VLAN the later gives way', () => {
  const [first, second, third] = propose([
    group(2, 'web', '300'),
    group(3, 'Web', '301'),
    group(4, 'db', '300'),
  ]);
  expect(first).toMatchObject({ name: 'web', conflicts: [] });
  expect(second).toMatchObject({ name: 'web-2', isChosenByItself: true });
  expect(third).toMatchObject({ name: 'db', isPossible: true, isChosenByItself: false });
  expect(said(third)).toBe('warn: Line 2 has that VLAN, too.');
});

test('port groups of one name, as each host has them, are numbered without gaps', () => {
  const names = propose(
    [2, 3, 4, 5, 6, 7].map((line) => group(line, 'web', String(line + 300))),
    [[6, 'web-3']],
  ).map(({ name }) => name);
  expect(names).toEqual(['web', 'web-2', 'web-4', 'web-5', 'web-3', 'web-6']);
});

test('a typed name is taken, or refused with the reason, and made-up names give way to it', () => {
  const groups = [group(2, 'web', '300'), group(3, 'db', '301'), group(4, 'app', '302')];
  const [first, second, third] = propose(groups, [
    [3, 'web'],
    [4, 'Not Valid'],
  ]);
  expect(first?.name).toBe('web-2');
  expect(second).toMatchObject({ name: 'web', conflicts: [] });
  expect(third).toMatchObject({ name: 'Not Valid', isPossible: false });
  const [taken] = propose([group(2, 'web', '300')], [[2, 'vlan-100']]);
  expect(said(taken)).toBe('block: A network named vlan-100 is there already.');
});

const intentOf = (change: Partial<ImportIntent> = {}): ImportIntent => ({
  jobId: 'job-1',
  kind: 'cudn',
  nodeSelector: { 'node-role.kubernetes.io/worker': '' },
  bridge: 'br-vmdata',
  projects: ['ns1'],
  networks: [
    { line: 2, name: 'web', vlan: 300, description: 'Front end' },
    { line: 3, name: 'db', vlan: 301, description: '' },
  ],
  ...change,
});

const ids = (change?: Partial<ImportIntent>): readonly string[] =>
  planImport(graphOf(clusterWithFreeNic()), intentOf(change)).steps.map(({ id }) => id);

test('one plan: each network with its projects, the localnet reused', () => {
  expect(ids()).toEqual([
    'ClusterUserDefinedNetwork/web',
    'Namespace/ns1#web',
    'ClusterUserDefinedNetwork/db',
    'Namespace/ns1#db',
  ]);
  expect(ids({ kind: 'nads', projects: ['ns1', 'ns2'] })).toEqual([
    'NetworkAttachmentDefinition/ns1/web',
    'NetworkAttachmentDefinition/ns2/web',
    'NetworkAttachmentDefinition/ns1/db',
    'NetworkAttachmentDefinition/ns2/db',
  ]);
});

test('a mapping that is missing is written once, before all networks', () => {
  expect(ids({ bridge: 'br-ex', kind: 'nads' })).toEqual([
    'NodeNetworkConfigurationPolicy/map-machine-net',
    'NetworkAttachmentDefinition/ns1/web',
    'NetworkAttachmentDefinition/ns1/db',
  ]);
});

test('the chosen mapping is used, and the description goes along', () => {
  const graph = graphOf(clusterWithFreeNic());
  const { steps } = planImport(graph, intentOf({ localnet: 'vmdata' }));
  expect(steps[0]?.write).toMatchObject({
    body: {
      metadata: { annotations: { description: 'Front end' } },
      spec: {
        network: {
          localnet: {
            physicalNetworkName: 'vmdata',
            vlan: { mode: 'Access', access: { id: 300 } },
          },
        },
      },
    },
  });
  expect(checkImport(graph, intentOf()).map(({ id, level }) => [id, level])).toEqual([
    ['PRE-010', 'warn'],
    ['PRE-010', 'warn'],
  ]);
});

test('what blocks one network blocks the import, each sentence once', () => {
  const graph = graphOf([
    ...clusterWithFreeNic(),
    cudn('web', { network: { vlan: { mode: 'Access', access: { id: 7 } } } }),
  ]);
  const blocked = checkImport(graph, intentOf({ projects: [] }));
  expect(blocked.filter(({ level }) => level === 'block').map(({ id }) => id)).toEqual([
    'PRE-011',
    'VM-001',
  ]);
});

const anyGroups = fc
  .array(
    fc.record({
      name: fc.oneof(
        fc.string({ minLength: 1 }),
        fc.constantFrom('web', 'Web', 'vlan-100', 'w.eb'),
      ),
      vlan: fc.oneof(fc.constantFrom('10', '100', '', 'trunk'), fc.nat(5000).map(String)),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map(({ name, vlan }, index) => group(index + 2, name, vlan)));

const anyTyped = fc.array(
  fc.tuple(fc.integer({ min: 2, max: 14 }), fc.constantFrom('web', 'x', 'No', 'vlan-100')),
  { maxLength: 3 },
);

test('whatever is in the file: what may be chosen has a valid name and VLAN of its own, and a plan', () => {
  const graph = graphOf(clusterWithFreeNic());
  const taken = new Set([...graph.networks.keys()].map(ovnName));
  fc.assert(
    fc.property(anyGroups, anyTyped, fc.constantFrom('cudn', 'nads'), (groups, typed, kind) => {
      const proposals = proposeImport(graph, groups, TARGET, new Map(typed));
      expect(proposals.map((proposal) => proposal.group)).toEqual(groups);
      const possible = proposals.filter(({ isPossible }) => isPossible);
      const names = possible.map(({ name }) => ovnName(name));
      expect(new Set(names).size).toBe(names.length);
      for (const { name, vlan } of possible) {
        expect(isNadName(name)).toBe(true);
        expect(taken.has(ovnName(name))).toBe(false);
        expect(vlan).toBeGreaterThanOrEqual(1);
        expect(vlan).toBeLessThanOrEqual(4094);
      }
      const chosen = proposals.filter(({ isChosenByItself }) => isChosenByItself);
      expect(new Set(chosen.map(({ vlan }) => vlan)).size).toBe(chosen.length);
      const networks = possible.map(({ group: { line, description }, name, vlan = 0 }) => ({
        line,
        name,
        vlan,
        description,
      }));
      const intent = intentOf({ kind, networks });
      expect(checkImport(graph, intent).filter(({ level }) => level === 'block')).toEqual([]);
      const { steps } = planImport(graph, intent);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const name of possible.map((proposal) => proposal.name)) {
        expect(steps.some(({ ref }) => ref.name === name)).toBe(true);
      }
    }),
    propertyRuns(100),
  );
});
