/** Generated clusters as the texts of their objects, which is what a client has to begin with. */
import { generateCluster } from '../dev/scenarios/generateCluster';

const SEED = 1;

/** A cluster of the design point divided by `share`: 1 is 500 nodes and 10,000 VMs. */
export const clusterText = (share: number): readonly string[] =>
  generateCluster({
    seed: SEED,
    nodes: 500 / share,
    nicsPerNode: 30,
    vms: 10_000 / share,
    networks: 100 / share,
    cudns: 200 / share,
    nads: 1_000 / share,
    namespaces: 200 / share,
  }).map((object) => JSON.stringify(object));
