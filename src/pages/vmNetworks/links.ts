/** Links between the views: one entity selected in the topology. */
export const selectionLink = (entityId: string): string =>
  `/vm-networks?selection=${encodeURIComponent(entityId)}`;
