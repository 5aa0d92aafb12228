import { loadScenario } from '../scenarios/scenarios';
import { startApiServer } from './startApiServer';
import { APPLY, JSON_PATCH, MERGE, call } from './testing/apiClient';

const VMS = '/apis/kubevirt.io/v1/namespaces/ns1/virtualmachines';
const POLICY = '/apis/nmstate.io/v1/nodenetworkconfigurationpolicies/br-vmdata-ovs';

test('what is done to a cluster leaves the scenario it was made of as it was', async () => {
  const { objects } = await loadScenario('dual-nic');
  const before = structuredClone(objects);
  const server = await startApiServer({ objects });
  const send = async (path: string, method: string, type?: string, body?: unknown) => {
    const { status, body: answer } = await call(server.url, path, {
      method,
      ...(type === undefined ? {} : { type }),
      ...(body === undefined ? {} : { body }),
    });
    expect([path, status, answer.message]).toEqual([path, 200, undefined]);
  };
  const nic = '/spec/template/spec/domain/devices/interfaces/0/model';
  await send(`${VMS}/nginx`, 'PATCH', JSON_PATCH, [{ op: 'replace', path: nic, value: 'e1000' }]);
  await send(`${VMS}/nginx`, 'PATCH', MERGE, { spec: { template: { spec: { volumes: [] } } } });
  await send(`${VMS}/nginx/status`, 'PATCH', MERGE, { status: { conditions: [] } });
  await send(`${VMS}/ws?fieldManager=test`, 'PATCH', APPLY, {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'ws', labels: { tier: 'gold' } },
    spec: { template: { metadata: { labels: { tier: 'gold' } } } },
  });
  await send(POLICY, 'PATCH', MERGE, { metadata: { labels: { tier: 'gold' } } });
  await send(`${VMS}/spare`, 'DELETE');
  await send('/api/v1/namespaces/ns2', 'DELETE');
  await server.close();
  expect(objects).toEqual(before);
});
