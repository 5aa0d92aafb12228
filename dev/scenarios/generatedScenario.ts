/**
 * A generated cluster. Without a size it is one that is quick to serve and too large to draw node by
 * node; networks, NADs and projects grow with the nodes, up to the design point of 500 nodes.
 */
import type { ClusterSize } from './clusterSize';
import { generateCluster } from './generateCluster';
import type { ScenarioSource } from './scenario';

const USUAL = { nodes: 60, vms: 600 };

/** The parts of a cluster of this many nodes, in the proportions of the design point. */
function sizeOf(nodes: number, vms: number): ClusterSize {
  const share = nodes / USUAL.nodes;
  const scaled = (count: number) => Math.max(1, Math.round(count * share));
  return {
    seed: 1,
    nodes,
    nicsPerNode: 12,
    vms,
    networks: scaled(40),
    cudns: scaled(20),
    nads: scaled(120),
    namespaces: scaled(40),
  };
}

export const generatedScenario: ScenarioSource = {
  name: 'generated',
  description: `A generated healthy cluster: ${USUAL.nodes} nodes, ${USUAL.vms} VMs, or --nodes N --vms N`,
  load: ({ nodes = USUAL.nodes, vms = USUAL.vms }) =>
    Promise.resolve({ objects: generateCluster(sizeOf(nodes, vms)) }),
};
