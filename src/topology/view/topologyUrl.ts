/**
 * What the URL holds of the view, so that a link restores it: how it is shown, selection, scope, filter,
 * what is searched for, opened folds, and switches. Everything else is derived.
 */
import type { Filter } from '../model/filter';
import { FILTER_KEYS } from '../model/filter';

export const VIEWS = ['picture', 'table', 'coverage', 'ovn'] as const;

export type View = (typeof VIEWS)[number];

export interface TopologyState {
  readonly view: View;
  /** Entity id; '' for none. */
  readonly selection: string;
  /** Entity id that the picture is limited to; '' for the whole cluster. */
  readonly scope: string;
  readonly filter: Filter;
  /** What was last looked for; '' for nothing. */
  readonly find: string;
  readonly expanded: readonly string[];
  readonly isEachNode: boolean;
  readonly showsUnused: boolean;
}

const readView = (word: string | null): View => VIEWS.find((view) => view === word) ?? 'picture';

/** Parameter of each attribute of the filter; a name of its own, as other tabs filter, too. */
const filterParam = (key: (typeof FILTER_KEYS)[number]): string => `only-${key}`;

export const readTopologyUrl = (params: URLSearchParams): TopologyState => {
  const values = (key: (typeof FILTER_KEYS)[number]): readonly string[] => [
    ...new Set(params.getAll(filterParam(key))),
  ];
  return {
    view: readView(params.get('view')),
    selection: params.get('selection') ?? '',
    scope: params.get('scope') ?? '',
    filter: {
      project: values('project'),
      node: values('node'),
      network: values('network'),
      vlan: values('vlan'),
      state: values('state'),
    },
    find: params.get('find') ?? '',
    expanded: params.getAll('open'),
    isEachNode: params.get('nodes') === 'each',
    showsUnused: params.get('unused') === 'show',
  };
};

/** A copy of the parameters with the state in them; parameters of others survive. */
export const writeTopologyUrl = (
  params: URLSearchParams,
  state: TopologyState,
): URLSearchParams => {
  const next = new URLSearchParams(params);
  const put = (name: string, ...values: readonly string[]): void => {
    next.delete(name);
    for (const value of values) if (value !== '') next.append(name, value);
  };
  put('view', state.view === 'picture' ? '' : state.view);
  put('selection', state.selection);
  put('scope', state.scope);
  for (const key of FILTER_KEYS) put(filterParam(key), ...state.filter[key]);
  put('find', state.find);
  put('nodes', state.isEachNode ? 'each' : '');
  put('unused', state.showsUnused ? 'show' : '');
  put('open', ...state.expanded);
  return next;
};

/** How it is shown, filter and switches as one word, to be kept for the next visit; '' for the plain view. */
export const keptOf = ({ view, filter, isEachNode, showsUnused }: TopologyState): string =>
  writeTopologyUrl(new URLSearchParams(), {
    ...PLAIN,
    view,
    filter,
    isEachNode,
    showsUnused,
  }).toString();

/**
 * The parameters with what was kept in them; the same ones when they name anything themselves. One that names
 * how it is shown and nothing else is shown so, with the filter that was kept.
 */
export const withKept = (params: URLSearchParams, kept: string): URLSearchParams => {
  const state = readTopologyUrl(params);
  const isBare =
    writeTopologyUrl(new URLSearchParams(), { ...state, view: 'picture' }).toString() === '';
  const { view, filter, isEachNode, showsUnused } = readTopologyUrl(new URLSearchParams(kept));
  const shown = params.has('view') ? state.view : view;
  const opened = { ...state, view: shown, filter, isEachNode, showsUnused };
  return isBare && keptOf(opened) !== keptOf(state) ? writeTopologyUrl(params, opened) : params;
};

const PLAIN: TopologyState = readTopologyUrl(new URLSearchParams());
