/** The order of elements that want the same height: the cluster's own networks, projects, names. */
import type { Element, Picture } from '../model/picture';

/** The cluster's own networks before those of VMs. */
const NETWORK_RANK: Readonly<Partial<Record<Element['kind'], number>>> = {
  machineNetwork: 0,
  clusterNetwork: 1,
  serviceNetwork: 2,
};

/** Networks of one project stand together, as their NADs do: fewer lines cross. */
const firstNamespace = (picture: Picture, nads: readonly string[]): string =>
  nads.map((nad) => picture.elements.get(nad)?.sample.namespace ?? '').sort()[0] ?? '';

/** @param after ids that the element leads to */
export const orderKey = (
  picture: Picture,
  { id, kind, name, column }: Element,
  after: readonly string[],
): string => {
  const project = column === 'network' ? firstNamespace(picture, after) : '';
  return `${NETWORK_RANK[kind] ?? 9} ${project} ${name} ${id}`;
};
