/** A dump that is made as the documentation says leaves nothing unknown: each kind that is read is gathered. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { coreKinds } from '../../dev/api-server/kinds/coreKinds';
import { deliveryKinds } from '../../dev/api-server/kinds/deliveryKinds';
import { networkKinds } from '../../dev/api-server/kinds/networkKinds';
import { platformKinds } from '../../dev/api-server/kinds/platformKinds';
import { MODELS } from '../../src/cluster/models';
import { projectRoot } from '../tools/projectRoot';

const served = new Map(
  [...coreKinds, ...deliveryKinds, ...networkKinds, ...platformKinds].map((kind) => [
    `${kind.group}/${kind.plural}`,
    kind,
  ]),
);

test('every kind that the product reads is in the commands that gather a complete dump', () => {
  const page = readFileSync(path.join(projectRoot, 'docs/offline.md'), 'utf8');
  const [, section = ''] = page.split('## What to gather');
  const lists = [...section.matchAll(/^oc get (\S+)/gm)].map(([, list = '']) => list);
  const gathered = new Set(lists.flatMap((list) => list.split(',')));
  const missing = Object.values(MODELS).filter(({ apiGroup, plural }) => {
    const { id = '', shortNames = [] } = served.get(`${apiGroup}/${plural}`) ?? {};
    return ![id, plural, ...shortNames].some((name) => gathered.has(name));
  });
  expect(missing.map(({ plural }) => plural)).toEqual([]);
});
