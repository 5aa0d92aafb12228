/** Reads kind and node back from an entity id (`kind/part/part...`); node names hold no slash. */

const ON_NODE = new Set([
  'node',
  'nic',
  'vlanIf',
  'bond',
  'bridge',
  'internalIf',
  'patch',
  'mapping',
  'enactment',
]);

/** The kind of an id: what stands before its first slash. */
export const kindOfId = (id: string): string => {
  const slash = id.indexOf('/');
  return slash < 0 ? id : id.slice(0, slash);
};

/** The node an entity lives on (a node lives on itself); undefined for what is on none. */
export const nodeOfId = (id: string): string | undefined => {
  const kind = kindOfId(id);
  if (!ON_NODE.has(kind)) return undefined;
  const rest = id.slice(kind.length + 1);
  const slash = rest.indexOf('/');
  return slash < 0 ? rest : rest.slice(0, slash);
};

/** The cluster's own id; where a whole rule is unknown there is no better subject. */
export const WHOLE_CLUSTER = 'cluster';
