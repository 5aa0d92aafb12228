/**
 * What the URL holds of the view, so that a link restores it: selection, scope, opened folds, and the
 * two switches. Everything else is derived.
 */
export interface TopologyState {
  /** Entity id; '' for none. */
  readonly selection: string;
  /** Entity id that the picture is limited to; '' for the whole cluster. */
  readonly scope: string;
  readonly expanded: readonly string[];
  readonly isEachNode: boolean;
  readonly showsUnused: boolean;
}

export const readTopologyUrl = (params: URLSearchParams): TopologyState => ({
  selection: params.get('selection') ?? '',
  scope: params.get('scope') ?? '',
  expanded: params.getAll('open'),
  isEachNode: params.get('nodes') === 'each',
  showsUnused: params.get('unused') === 'show',
});

/** A copy of the parameters with the state in them; parameters of others survive. */
export const writeTopologyUrl = (
  params: URLSearchParams,
  state: TopologyState,
): URLSearchParams => {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string): void => {
    if (value === '') next.delete(name);
    else next.set(name, value);
  };
  put('selection', state.selection);
  put('scope', state.scope);
  put('nodes', state.isEachNode ? 'each' : '');
  put('unused', state.showsUnused ? 'show' : '');
  next.delete('open');
  for (const id of state.expanded) next.append('open', id);
  return next;
};
