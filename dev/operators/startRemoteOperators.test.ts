/** The operators on an API server behind TLS that they did not start, with a user's token. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { stringAt } from '../api-server/json';
import { loadCluster } from '../kubeconfig/loadCluster';
import { sendToCluster } from '../kubeconfig/sendToCluster';
import {
  base64,
  makeAuthority,
  startTlsCluster,
  writeKubeconfig,
} from '../kubeconfig/testing/tlsCluster';
import { loadScenario } from '../scenarios/scenarios';
import { eventually, FAST } from './operators.testkit';
import { startRemoteOperators } from './startRemoteOperators';

jest.setTimeout(60_000);

const NADS = '/apis/k8s.cni.cncf.io/v1/namespaces/ns1/network-attachment-definitions';
const NAD = {
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name: 'made', namespace: 'ns1' },
  spec: {
    config: JSON.stringify({
      cniVersion: '0.4.0',
      name: 'made',
      type: 'ovn-k8s-cni-overlay',
      topology: 'layer2',
      netAttachDefName: 'ns1/made',
    }),
  },
};

test('accept a NAD there, with the rights of the kubeconfig', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'remote-'));
  const authority = await makeAuthority();
  const { objects } = await loadScenario('dual-nic');
  const users = { 'token-of-ann': { name: 'ann', groups: ['system:masters'] } };
  const remote = await startTlsCluster({ objects, users }, { authority });
  const at = { server: remote.url, 'certificate-authority-data': base64(authority.cert) };
  const cluster = await loadCluster(writeKubeconfig(folder, at, { token: 'token-of-ann' }));
  const reports: string[] = [];
  const operators = await startRemoteOperators(cluster, {
    delays: FAST,
    report: (message) => reports.push(message),
  });
  const send = async (method: string, target: string, body?: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const request = await sendToCluster(cluster, { method, path: target, headers });
    request.end(body === undefined ? undefined : JSON.stringify(body));
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return json(response);
  };
  await send('POST', NADS, NAD);
  const id = await eventually('the network id', async () => {
    const nad = await send('GET', `${NADS}/made`);
    return stringAt(nad, 'metadata', 'annotations', 'k8s.ovn.org/network-id') || undefined;
  });
  expect(Number(id)).toBeGreaterThan(0);
  expect(reports).toEqual([]);
  await operators.stop();
  await remote.close();
  rmSync(folder, { recursive: true });
});
