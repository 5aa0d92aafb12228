/** The article's cluster, once with its objects put right and once as they were printed. */
import { articleNodes, MACHINE_NETWORK, WORKERS } from './articleNodes';
import type { ClusterPlan } from './clusterPlan';
import { readDocuments } from './readDocuments';
import type { ScenarioSource } from './scenario';
import { settleCluster } from './settleCluster';

const [first, second, third] = WORKERS;

/** Plan of the article's cluster with the given policies and networks. */
export async function articlePlan(folder: string): Promise<ClusterPlan> {
  return {
    nodes: articleNodes(),
    documents: await readDocuments(
      'dual-nic/machines.yaml',
      `${folder}/policies.yaml`,
      `${folder}/networks.yaml`,
    ),
    machineNetwork: MACHINE_NETWORK,
    placement: { 'ns1/nginx': first, 'ns1/ws': second, 'ns2/dev': third, 'ns2/db': first },
    addresses: {
      'ns1/ws/net1': '192.168.4.101',
      'ns2/dev/net1': '192.168.4.102',
      'ns2/db/net1': '192.168.6.20',
      'ns2/db/net2': '192.168.4.103',
    },
  };
}

export const articleScenarios: readonly ScenarioSource[] = [
  {
    name: 'dual-nic',
    description:
      'The article’s cluster put right: ens192 under br-ex, ens224 as trunk under br-vmdata',
    load: async () => ({ objects: settleCluster(await articlePlan('dual-nic')) }),
  },
  {
    name: 'article-as-written',
    description: 'The article’s objects with the values it printed, defects included',
    load: async () => ({ objects: settleCluster(await articlePlan('article-as-written')) }),
  },
];
