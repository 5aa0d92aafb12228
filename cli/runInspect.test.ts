import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { withObjects, withoutObject } from '../dev/test/makeCluster';
import { healthyCluster } from '../dev/test/makeClusterHealthy';
import { bridgeNad, ovnNad } from '../dev/test/makeClusterPolicies';
import { vm } from '../dev/test/makeClusterVms';
import { runOn, testFolder } from './testRun';

interface Answer {
  readonly version: number;
  readonly nodes: readonly { id: string; kind: string; name: string; state: string }[];
  readonly edges: readonly { source: string; target: string; kind: string; state: string }[];
  readonly findings: readonly { rule: string; severity: string; subject: string }[];
  readonly unknown: readonly { rule: string; subject: string; reason: string }[];
  readonly trace?: {
    readonly verdict: string;
    readonly broken?: string;
    readonly switch: { readonly state: string };
    readonly hops: readonly { id: string; state: string }[];
    readonly node?: string;
  };
}

const answer = (out: string): Answer => JSON.parse(out) as Answer;
const ids = (out: string): string[] => answer(out).nodes.map((node) => node.id);
const list = (objects: readonly unknown[]) => ({ apiVersion: 'v1', kind: 'List', items: objects });

const folder = testFolder();
afterAll(folder.remove);

const healthy = folder.write('healthy.json', JSON.stringify(list(healthyCluster())));
/** The VM's NAD is gone: VM-001, which is an error. */
const broken = folder.write(
  'broken.json',
  JSON.stringify(
    list([
      ...withoutObject(healthyCluster(), 'NetworkAttachmentDefinition'),
      ovnNad('ns2/vlan-100', { config: { physicalNetworkName: 'vmdata', vlanID: 100 } }),
    ]),
  ),
);

describe('inspect', () => {
  test('a healthy cluster: the contract’s keys, no finding at warning or above, status 0', () => {
    const run = runOn(healthy, '--output', 'json');
    const { version, nodes, edges, findings, unknown } = answer(run.out);
    expect(version).toBe(1);
    expect(findings.filter((finding) => finding.severity !== 'info')).toEqual([]);
    expect(unknown.every((result) => result.reason !== '')).toBe(true);
    expect(nodes).toContainEqual(
      expect.objectContaining({
        id: 'bridge/worker-0/br-vmdata',
        kind: 'bridge',
        name: 'br-vmdata',
        state: 'ok',
        attributes: expect.objectContaining({ type: 'ovs-bridge' }) as unknown,
      }),
    );
    expect(edges).toContainEqual({
      source: 'nic/worker-0/ens224',
      target: 'bridge/worker-0/br-vmdata',
      kind: 'port',
      state: 'ok',
    });
    expect(run).toMatchObject({ status: 0, err: [] });
  });

  test('an error finding gives status 1, in any form of answer', () => {
    for (const output of ['text', 'json', 'mermaid']) {
      expect(runOn(broken, '--output', output).status).toBe(1);
    }
  });

  test('the order of the input does not change the answer', () => {
    const reversed = folder.write(
      'reversed.json',
      JSON.stringify(list([...healthyCluster()].reverse())),
    );
    expect(runOn(reversed, '--output', 'json').out).toBe(runOn(healthy, '--output', 'json').out);
  });

  test.each([
    ['YAML list', 'list.yaml', stringify(list(healthyCluster()), { indentSeq: false })],
    ['indented YAML list', 'indented.yaml', stringify(list(healthyCluster()))],
    [
      'YAML documents',
      'many.yaml',
      healthyCluster()
        .map((o) => `---\n${stringify(o)}`)
        .join(''),
    ],
    [
      'JSON documents',
      'many.json',
      healthyCluster()
        .map((o) => JSON.stringify(o))
        .join('\n'),
    ],
    ['a JSON array', 'array.json', JSON.stringify(healthyCluster())],
    ['Windows line ends', 'crlf.yaml', stringify(list(healthyCluster())).replaceAll('\n', '\r\n')],
    ['UTF-16', 'utf16.json', Buffer.from(`\uFEFF${JSON.stringify(healthyCluster())}`, 'utf16le')],
    ['gzip', 'list.json.gz', gzipSync(JSON.stringify(list(healthyCluster())))],
  ])('reads %s alike', (_form, name, content) => {
    const file = folder.write(name, content);
    expect(runOn(file, '--output', 'json').out).toBe(runOn(healthy, '--output', 'json').out);
  });

  test('a folder: every YAML and JSON file in it, others not', () => {
    const gather = testFolder();
    healthyCluster().forEach((object, index) => {
      gather.write(`cluster/${index % 3}/${index}.yaml`, stringify(object));
    });
    gather.write('cluster/pod.log', 'kind: {{{');
    expect(runOn(gather.path, '--output', 'json').out).toBe(runOn(healthy, '--output', 'json').out);
    gather.remove();
  });

  test('items of a typed list need no kind, and an empty one says that there are none', () => {
    const bare = { metadata: { name: 'ns9' }, status: { phase: 'Active' } };
    const typed = { apiVersion: 'v1', kind: 'NamespaceList', items: [bare] };
    const file = folder.write('typed.yaml', stringify(typed));
    expect(ids(runOn(file, '--output', 'json').out)).toContain('namespace/ns9');
  });

  test('one unreadable file, one broken document: named, and the rest goes on', () => {
    const half = folder.write('half.yaml', `a: [\n---\n${stringify(list(healthyCluster()))}`);
    const missing = `${folder.path}/missing.yaml`;
    const run = runOn(missing, half, '--output', 'json');
    expect(run.status).toBe(0);
    expect(ids(run.out)).toContain('vm/ns1/web');
    expect(run.err).toEqual([
      `inspect: ${missing}: no such file or folder`,
      expect.stringContaining(`${half}: document 1 is not valid YAML`) as string,
    ]);
  });

  test('one object twice: the higher resourceVersion, with a note', () => {
    const older = vm('ns1/web', { nics: ['other'], meta: { resourceVersion: '999' } });
    const file = folder.write('older.json', JSON.stringify(older));
    const run = runOn(healthy, file, '--output', 'json');
    expect(run.out).toBe(runOn(healthy, '--output', 'json').out);
    expect(run.err).toEqual([expect.stringContaining('ns1/web (vms) occurs twice') as string]);
  });

  test.each([
    ['no arguments', []],
    ['an unknown option', [healthy, '--colour']],
    ['a VM that is not there', [healthy, '--trace', 'ns1/nobody']],
    ['a NIC that is not there', [healthy, '--trace', 'ns1/web/net9']],
    ['a node that is not there', [healthy, '--node', 'worker-9']],
    ['nothing to read', ['/nowhere']],
  ])('%s: status 2, a sentence on stderr, nothing on stdout', (_case, argv) => {
    const run = runOn(...argv);
    expect(run.status).toBe(2);
    expect(run.out).toBe('');
    expect(run.err[0]).toMatch(/^inspect: ./);
  });

  test('kinds that the input does not have are unknown, not absent', () => {
    const only = healthyCluster().filter((object) => object.kind === 'VirtualMachine');
    const file = folder.write('vms.json', JSON.stringify(only));
    const { unknown, findings } = answer(runOn(file, '--output', 'json').out);
    expect(findings.filter((finding) => finding.rule === 'VM-001')).toEqual([]);
    expect(unknown.map((result) => result.rule)).toContain('VM-001');
  });

  test('"now" can be given', () => {
    const run = runOn(healthy, '--now', '2027-01-01T00:00:00Z');
    expect(run.out).toContain('2027-01-01T00:00:00.000Z (as given)');
  });
});

describe('inspect --trace', () => {
  const trace = (...argv: string[]) => answer(runOn(...argv, '--output', 'json').out).trace;

  test('from the VM NIC to the switch', () => {
    const found = trace(healthy, '--trace', 'ns1/web/net1');
    expect(found).toMatchObject({ verdict: 'ok', switch: { state: 'ok' }, node: 'worker-0' });
    expect(found?.hops.map((hop) => hop.id)).toEqual(
      expect.arrayContaining(['vnic/ns1/web/net1', 'nad/ns1/vlan-100', 'nic/worker-0/ens224']),
    );
  });

  test('without a NIC it is the VM’s worst secondary one', () => {
    const nics = [
      { name: 'net1', nad: 'vlan-100' },
      { name: 'net2', nad: 'nowhere' },
    ];
    const file = folder.write(
      'two.json',
      JSON.stringify(
        list(withObjects(healthyCluster(), vm('ns1/two', { nics, runStrategy: 'Halted' }))),
      ),
    );
    expect(trace(file, '--trace', 'ns1/two')).toMatchObject({
      verdict: 'broken',
      broken: 'nad/ns1/nowhere',
    });
  });

  test('on another node', () => {
    expect(trace(healthy, '--trace', 'ns1/web', '--node', 'worker-1')?.node).toBe('worker-1');
    expect(trace(healthy, '--trace', 'ns1/web', '--node', 'master-0')?.verdict).not.toBe('ok');
  });

  test('as text it says what is proven and lists the hops', () => {
    const { out } = runOn(broken, '--trace', 'ns1/web');
    expect(out).toContain('The path is broken at nad/ns1/vlan-100');
    expect(out).toMatch(/broken +nad\/ns1\/vlan-100/);
  });

  test('as text it tells what the template asks for and the running VM does not have yet', () => {
    const wanted = vm('ns1/web', { nics: [{ name: 'net1', nad: 'vlan-200' }, 'vlan-100'] });
    const objects = withObjects(healthyCluster(), wanted);
    const file = folder.write('pending.json', JSON.stringify(list(objects)));
    const told = (nic: string) => runOn(file, '--trace', `ns1/web/${nic}`).out;
    expect(told('net1')).toContain('network is vlan-100, wanted vlan-200');
    expect(told('net2')).toContain('does not have this NIC yet');
  });
});

describe('inspect --node', () => {
  test('leaves out what stands on other nodes, and VMs that run there', () => {
    const here = ids(runOn(healthy, '--node', 'worker-0', '--output', 'json').out);
    const there = ids(runOn(healthy, '--node', 'worker-1', '--output', 'json').out);
    expect(here).toEqual(expect.arrayContaining(['bridge/worker-0/br-ex', 'vm/ns1/web']));
    expect(here.filter((id) => id.includes('worker-1'))).toEqual([]);
    expect(there).toContain('nad/ns1/vlan-100');
    expect(there).not.toContain('vm/ns1/web');
  });
});

describe('inspect as text', () => {
  test('networks with VLAN, bridge and coverage', () => {
    const { out } = runOn(healthy);
    expect(out).toMatch(/vlan-100 +OVN localnet +100 +vmdata +br-vmdata +2\/2 +1 +ns1\/vlan-100/);
    expect(out).toMatch(/2 workers: worker-0, worker-1/);
  });

  test('a VLAN that is none is not called untagged', () => {
    const objects = withObjects(
      healthyCluster(),
      ovnNad('ns2/odd', { config: { physicalNetworkName: 'vmdata', vlanID: '100' } }),
      bridgeNad('ns2/lan', { bridge: 'br1', config: { vlan: '7' } }),
    );
    const { out } = runOn(folder.write('odd.json', JSON.stringify(list(objects))));
    expect(out).toMatch(/odd +OVN localnet +invalid /);
    expect(out).toMatch(/lan +bridge +invalid /);
  });

  test('findings by severity, with fix', () => {
    const { out } = runOn(broken);
    expect(out).toMatch(/FINDINGS: 1 error\b/);
    expect(out).toMatch(/ERROR\n {2}VM-001 {2}vnic\/ns1\/web\/net1\n[^]*Fix: /);
  });
});

describe('inspect as Mermaid', () => {
  test('boxes for nodes that look alike, namespaces and VMs', () => {
    const { out } = runOn(healthy, '--output', 'mermaid');
    expect(out).toMatch(/^graph TD\n/);
    expect(out).toContain('["namespace ns1"]');
    expect(out).toContain('["VM web"]');
    expect(out).toContain('["worker-0 and 1 more like it"]');
  });

  test('names cannot break out of their labels', () => {
    const nasty = ovnNad('ns1/bad', { config: { name: 'x"];\nend<script>`#' } });
    const file = folder.write('nasty.json', JSON.stringify([...healthyCluster(), nasty]));
    const { out } = runOn(file, '--output', 'mermaid');
    expect(out).toContain('"x#quot;]#59; end#lt;script#gt;#96;#35;');
  });
});
