/** What helm makes of the chart with given values, as objects. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import type { KubeObject } from '../../dev/api-server/kubeObject';
import { clusterTools } from '../tools/clusterTools';
import { projectRoot } from '../tools/projectRoot';
import { runProgram } from '../tools/runProgram';
import type { ProgramResult } from '../tools/runProgram';

export const chartFolder = path.join(projectRoot, 'charts/vm-networks');
export const NAMESPACE = 'vm-networks';

/** The least that has to be said: which image. */
export const leastValues = { image: { name: 'registry.example/net/vm-networks:1.2.3' } };

/** Every value different from its default. */
export const everyValue = {
  image: {
    name: 'registry.example/net/vm-networks@sha256:0123456789abcdef',
    pullPolicy: 'Always',
    pullSecrets: ['registry-credentials'],
  },
  displayName: 'Networks: "VM" & more',
  replicas: 3,
  resources: { requests: { cpu: 1, memory: '64Mi' }, limits: { cpu: '500m', memory: '1Gi' } },
  nodeSelector: { 'node-role.kubernetes.io/infra': '' },
  tolerations: [{ key: 'infra', operator: 'Exists', effect: 'NoSchedule' }],
  antiAffinity: 'required',
  port: 8443,
  tls: { certificateSecret: 'own-cert', profile: 'modern' },
  podDisruptionBudget: { enabled: true, minAvailable: '50%' },
  networkPolicy: { enabled: true },
  enablePlugin: {
    enabled: true,
    image: 'registry.example/oc:4.20',
    resources: { requests: { cpu: '20m' }, limits: { memory: '128Mi' } },
  },
  roles: { viewer: true, admin: true },
};

/** Runs `helm template`; refused values are a result, not an error. */
export async function templateChart(values: object): Promise<ProgramResult> {
  const { helm } = await clusterTools();
  const folder = await mkdtemp(path.join(tmpdir(), 'chart-values-'));
  try {
    const file = path.join(folder, 'values.yaml');
    await writeFile(file, stringify(values));
    const args = ['template', 'vm-networks', chartFolder, '--namespace', NAMESPACE, '-f', file];
    return await runProgram(helm, args);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The rendered objects, hooks included. @throws when helm refuses the values */
export async function renderChart(values: object): Promise<readonly KubeObject[]> {
  const { status, stdout, stderr } = await templateChart(values);
  if (status !== 0) throw new Error(stderr);
  return parseAllDocuments(stdout)
    .map((document) => document.toJS() as KubeObject | null)
    .filter((object) => object !== null);
}

/** The one rendered object of a kind, of this name where there are several. */
export function objectOf(objects: readonly KubeObject[], kind: string, name?: string): KubeObject {
  const found = objects.filter(
    (object) => object.kind === kind && (name === undefined || object.metadata.name === name),
  );
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`The chart renders ${found.length} objects of kind ${kind} ${name ?? ''}`);
  }
  return only;
}
