/** What each attribute of the filter can be set to, sorted as people count: VLAN 9 before VLAN 10. */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import type { FilterKey } from '../model/filter';

const NATURAL = new Intl.Collator('en', { numeric: true });

const sorted = (values: Iterable<string>): readonly string[] =>
  [...new Set(values)].sort(NATURAL.compare);

const vlansOf = (graph: NetworkGraph): readonly string[] => {
  const vlans: string[] = [];
  for (const { attributes } of graph.entities.values()) {
    if (attributes.vlan !== undefined) vlans.push(String(attributes.vlan));
  }
  return sorted(vlans);
};

/** Projects in which something of the graph lives. */
const projectsOf = (graph: NetworkGraph): readonly string[] => {
  const projects: string[] = [];
  for (const { namespace } of graph.vms.values()) projects.push(namespace);
  for (const { meta } of graph.snapshot.nads.items.values()) projects.push(meta.namespace);
  return sorted(projects);
};

/** NADs of bridge plugins are networks of their own. */
const networksOf = (graph: NetworkGraph): readonly string[] => {
  const names = [...graph.networks.keys()];
  for (const [key] of graph.snapshot.nads.items) {
    if (graph.networkOfNad(key) === undefined) names.push(key);
  }
  return sorted(names);
};

/** All values of an attribute. O(size of the cluster) for VLANs. */
export const filterOptions = (graph: NetworkGraph, key: FilterKey): readonly string[] => {
  switch (key) {
    case 'project':
      return projectsOf(graph);
    case 'node':
      return sorted(graph.nodes.keys());
    case 'network':
      return networksOf(graph);
    case 'vlan':
      return vlansOf(graph);
    case 'state':
      return ['broken', 'warning', 'unknown', 'ok'];
  }
};

const NAMES: Readonly<Record<FilterKey, Text>> = {
  project: text('Project'),
  node: text('Node'),
  network: text('Network'),
  vlan: text('VLAN'),
  state: text('State'),
};

export const filterName = (key: FilterKey): Text => NAMES[key];
