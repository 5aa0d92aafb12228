import { ALL_RIGHTS, whyNotUsable } from './networkUse';
import type { ProjectRights } from './networkUse';

const rights = (vms: readonly string[], nads: readonly string[] = []): ProjectRights => ({
  vms: new Set(vms),
  nads: new Set(nads),
});

test.each<[string, readonly string[], ProjectRights, boolean]>([
  ['somebody who may do everything', ['ns9'], ALL_RIGHTS, true],
  ['a network of the own project', ['ns2'], rights(['ns2']), true],
  ['a network for all projects', ['default'], rights(['ns2']), true],
  ['a network of a foreign project', ['ns1'], rights(['ns2']), false],
  ['a foreign one that may be offered in the own project', ['ns1'], rights(['ns2'], ['ns2']), true],
  ['a right to offer where no VM may be changed', ['ns1'], rights(['ns2'], ['ns3']), false],
  ['no VM that may be changed', ['ns1', 'default'], rights([]), false],
])('%s', (_case, projects, given, isUsable) => {
  expect(whyNotUsable(projects, given) === undefined).toBe(isUsable);
});
