/**
 * `npm run operators -- KUBECONFIG [CONTEXT]`: the operators of the embedded cluster against another API
 * server that has the CRDs and no operators of its own, such as a bare kube-apiserver in a test.
 */
import { once } from 'node:events';
import { ClusterProblem } from '../kubeconfig/ClusterProblem';
import { loadCluster } from '../kubeconfig/loadCluster';
import { probeCluster } from '../kubeconfig/probeCluster';
import { startRemoteOperators } from './startRemoteOperators';

const say = (line: string): void => void process.stderr.write(`operators: ${line}\n`);

async function main([file, context]: readonly string[]): Promise<void> {
  if (file === undefined) {
    throw new ClusterProblem('usage: npm run operators -- KUBECONFIG [CONTEXT]');
  }
  const cluster = await loadCluster(file, context);
  const { version, missing } = await probeCluster(cluster);
  missing.forEach(say);
  const operators = await startRemoteOperators(cluster, { report: say });
  say(`at work on ${cluster.server.origin} (${version}); Ctrl-C stops them`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await operators.stop();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof ClusterProblem ? error.message : String(error));
  process.exitCode = 1;
});
