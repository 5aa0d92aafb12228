import { clusterWithFreeNic, graphOf } from '../../plan/testing';
import { proposeImport } from '../../plan/portGroups/proposeImport';
import { readPortGroups } from '../../plan/portGroups/readPortGroups';
import {
  initialImport,
  mappingChoices,
  targetOf,
  typedNames,
  wantedNetworks,
  withEdit,
} from './importForm';
import type { ImportForm } from './importForm';
import { readCsv } from './readCsv';

const graph = graphOf(clusterWithFreeNic());
const WORKERS = 'node-role.kubernetes.io/worker=';

const read = (form: ImportForm) => {
  const { groups } = readPortGroups(readCsv(form.source).rows);
  const choices = mappingChoices(graph, form.selectorId);
  const target = targetOf(form, choices);
  const proposals = proposeImport(graph, groups, target, typedNames(groups, form.edits));
  return { groups, proposals, networks: wantedNetworks(proposals, form.edits) };
};

const SOURCE = 'name,vlan,description\nweb,300,Front end\nold,100,\ndb,,\n';

test('bridges of their own come first; br-ex gets a mapping, for physnet is not ours', () => {
  expect(mappingChoices(graph, WORKERS)).toEqual([
    { id: 'br-vmdata vmdata', bridge: 'br-vmdata', localnet: 'vmdata' },
    { id: 'br-ex', bridge: 'br-ex' },
  ]);
});

test('nodes without a common bridge have no mapping to choose', () => {
  const form = { ...initialImport(graph), selectorId: 'kubernetes.io/hostname=nowhere' };
  expect(mappingChoices(graph, form.selectorId)).toEqual([]);
  expect(targetOf(form, []).bridge).toBe('');
});

test('what nothing speaks against is chosen; the user may add what is doubtful, not what is impossible', () => {
  const form = { ...initialImport(graph), selectorId: WORKERS, projects: ['ns1'], source: SOURCE };
  const first = read(form);
  expect(first.networks).toEqual([{ line: 2, name: 'web', vlan: 300, description: 'Front end' }]);
  const [web, old, db] = first.groups;
  if (web === undefined || old === undefined || db === undefined) throw new Error('rows are gone');
  const edited = [
    [web, { isChosen: false }],
    [old, { isChosen: true, name: 'old-again' }],
    [db, { isChosen: true }],
  ] as const;
  const second = edited.reduce<ImportForm>(
    (last, [group, edit]) => withEdit(last, group, edit),
    form,
  );
  expect(read(second).networks).toEqual([
    { line: 3, name: 'old-again', vlan: 100, description: '' },
  ]);
});

test('mending the file elsewhere keeps what was said of a row', () => {
  const form = { ...initialImport(graph), selectorId: WORKERS, projects: ['ns1'], source: SOURCE };
  const [web] = read(form).groups;
  if (web === undefined) throw new Error('the row is gone');
  const named = withEdit(form, web, { name: 'front' });
  const mended = { ...named, source: SOURCE.replace('db,,', 'db,301,') };
  expect(read(mended).networks.map(({ name }) => name)).toEqual(['front', 'db']);
  const renamed = { ...named, source: SOURCE.replace('web,', 'www,') };
  expect(read(renamed).networks.map(({ name }) => name)).toEqual(['www']);
});
