/** How often properties run: `FC_RUNS` says so, else a number that keeps the tests quick. */
export const propertyRuns = (usual: number): { readonly numRuns: number } => {
  const wanted = Number(process.env.FC_RUNS);
  return { numRuns: Number.isInteger(wanted) && wanted > 0 ? wanted : usual };
};
