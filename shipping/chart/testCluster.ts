/**
 * A cluster to install the chart on: the embedded API server with a console operator's list and the
 * image stream of the cluster's oc, and somebody who runs the jobs that appear. A job's command is run as
 * it stands, in bash, with kubectl for oc and with the rights of its service account.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KubeObject } from '../../dev/api-server/kubeObject';
import type { ApiServer } from '../../dev/api-server/startApiServer';
import { startApiServer } from '../../dev/api-server/startApiServer';
import { KubeClient } from '../../dev/operators/client';
import { Informer } from '../../dev/operators/informer';
import type { ResourceRef } from '../../dev/operators/resources';
import { clusterTools } from '../tools/clusterTools';
import type { ProgramResult } from '../tools/runProgram';
import { runProgram } from '../tools/runProgram';

export const CLI_IMAGE = 'quay.example/release@sha256:cli';

const JOBS: ResourceRef = {
  group: 'batch',
  version: 'v1',
  plural: 'jobs',
  kind: 'Job',
  namespaced: true,
  statusSubresource: true,
};

interface Job extends KubeObject {
  readonly spec: {
    readonly backoffLimit: number;
    readonly template: {
      readonly spec: {
        readonly serviceAccountName: string;
        readonly containers: readonly [
          {
            readonly image: string;
            readonly command: readonly string[];
            readonly args: readonly string[];
            readonly env: readonly { readonly name: string; readonly value: string }[];
          },
        ];
      };
    };
  };
}

/** What a job did: its name, its image, how it ended and what it printed. */
export interface FinishedJob extends ProgramResult {
  readonly name: string;
  readonly image: string;
}

export interface TestCluster {
  readonly server: ApiServer;
  readonly finishedJobs: readonly FinishedJob[];
  helm(...args: string[]): Promise<ProgramResult>;
  /** kubectl on this cluster, as its administrator. */
  kubectl(...args: string[]): Promise<ProgramResult>;
  /** Names of the enabled plugins; undefined when the console has no such list. */
  plugins(): Promise<readonly string[] | undefined>;
  close(): Promise<void>;
}

export interface TestClusterOptions {
  /** The console operator's list; undefined for none. */
  readonly plugins: readonly string[] | undefined;
  /** Lines of bash that every `oc` of a job runs first, with $KUBECTL to reach the cluster. */
  readonly beforeOc?: string;
}

const kubeconfig = (url: string): string => `apiVersion: v1
kind: Config
clusters: [{name: test, cluster: {server: "${url}"}}]
contexts: [{name: test, context: {cluster: test, user: admin}}]
users: [{name: admin, user: {}}]
current-context: test
`;

const finishedStatus = (hasSucceeded: boolean): object => ({
  conditions: [
    {
      type: hasSucceeded ? 'Complete' : 'Failed',
      status: 'True',
      reason: hasSucceeded ? '' : 'BackoffLimitExceeded',
    },
  ],
  ...(hasSucceeded ? { succeeded: 1 } : { failed: 1 }),
});

/** Starts it; `close` also stops the jobs. */
export async function startTestCluster(options: TestClusterOptions): Promise<TestCluster> {
  const { helm, kubectl } = await clusterTools();
  const { plugins, beforeOc = '' } = options;
  const server = await startApiServer({
    objects: [
      {
        apiVersion: 'operator.openshift.io/v1',
        kind: 'Console',
        metadata: { name: 'cluster' },
        spec: plugins === undefined ? {} : { plugins },
      },
      {
        apiVersion: 'image.openshift.io/v1',
        kind: 'ImageStream',
        metadata: { name: 'cli', namespace: 'openshift' },
        status: { tags: [{ tag: 'latest', items: [{ dockerImageReference: CLI_IMAGE }] }] },
      },
    ],
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'chart-cluster-'));
  const config = path.join(folder, 'kubeconfig');
  await writeFile(config, kubeconfig(server.url));
  const env = {
    ...process.env,
    KUBECONFIG: config,
    KUBECTL: kubectl,
    HOME: folder,
    HELM_CACHE_HOME: path.join(folder, 'helm'),
  };
  await writeFile(
    path.join(folder, 'oc'),
    `#!/bin/bash\n${beforeOc}\nexec "$KUBECTL" --as "$ACCOUNT" "$@"\n`,
    { mode: 0o755 },
  );

  const finishedJobs: FinishedJob[] = [];
  const stop = new AbortController();
  const client = new KubeClient({ url: server.url, signal: stop.signal });

  const runJob = async (job: Job): Promise<void> => {
    const { name, namespace = '' } = job.metadata;
    const { serviceAccountName, containers } = job.spec.template.spec;
    const [{ command, args, env: given, image }] = containers;
    const [program = '', ...rest] = [...command, ...args];
    const jobEnv = {
      ...Object.fromEntries(given.map((line) => [line.name, line.value])),
      PATH: `${folder}:/usr/bin:/bin`,
      KUBECONFIG: config,
      KUBECTL: kubectl,
      HOME: folder,
      ACCOUNT: `system:serviceaccount:${namespace}:${serviceAccountName}`,
    };
    let result = await runProgram(program, rest, { env: jobEnv });
    for (let retry = 0; retry < job.spec.backoffLimit && result.status !== 0; retry += 1) {
      result = await runProgram(program, rest, { env: jobEnv });
    }
    finishedJobs.push({ name, image, ...result });
    await client.updateStatus(JOBS, { namespace, name }, (current) => ({
      ...current,
      status: finishedStatus(result.status === 0),
    }));
  };

  const running: Promise<void>[] = [];
  const jobs = new Informer<Job>(client, JOBS, (message) => console.error(message));
  jobs.onChange(({ before, after }) => {
    if (before === undefined && after !== undefined) running.push(runJob(after));
  });
  await jobs.start((loop) => running.push(loop));

  return {
    server,
    finishedJobs,
    helm: (...args) => runProgram(helm, args, { env }),
    kubectl: (...args) => runProgram(kubectl, args, { env }),
    plugins: async () => {
      const found = await client.get<KubeObject>(
        {
          group: 'operator.openshift.io',
          version: 'v1',
          plural: 'consoles',
          kind: 'Console',
          namespaced: false,
          statusSubresource: true,
        },
        { name: 'cluster' },
      );
      return (found.spec as { readonly plugins?: readonly string[] }).plugins;
    },
    close: async () => {
      stop.abort();
      await Promise.all(running);
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
