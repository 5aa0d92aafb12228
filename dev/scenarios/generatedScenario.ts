/** A generated cluster of a size that is quick to serve and too large to draw node by node. */
import { generateCluster } from './generateCluster';
import type { ScenarioSource } from './scenario';

export const generatedScenario: ScenarioSource = {
  name: 'generated',
  description: 'A generated healthy cluster: 60 nodes, 600 VMs, 40 networks, 20 CUDNs',
  load: () =>
    Promise.resolve({
      objects: generateCluster({
        seed: 1,
        nodes: 60,
        nicsPerNode: 12,
        vms: 600,
        networks: 40,
        cudns: 20,
        nads: 120,
        namespaces: 40,
      }),
    }),
};
