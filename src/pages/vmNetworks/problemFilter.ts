/**
 * Which problems are shown, as the URL says it: a link to a filtered list is a link to the same
 * list. A headline stays when one of its consequences matches.
 */
import { formatText } from '../../cluster/text';
import { kindOfId, nodeOfId } from '../../doctor/entityKind';
import type { Finding, Severity } from '../../doctor/model';
import { SEVERITIES } from '../../doctor/order';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Problem } from './problemTree';

/** The filters that name one thing. */
export const FACETS = ['rule', 'project', 'node', 'network'] as const;

export type Facet = (typeof FACETS)[number];

export interface ProblemFilter {
  /** Empty: all. */
  readonly severities: ReadonlySet<Severity>;
  readonly words: string;
  /** '' for what is not narrowed. */
  readonly facets: Readonly<Record<Facet, string>>;
}

/** Reads the filter; unknown severities are left out. */
export const filterOf = (params: URLSearchParams): ProblemFilter => {
  const wanted = (params.get('severity') ?? '').split(',');
  const facetOf = (facet: Facet): string => params.get(facet) ?? '';
  return {
    severities: new Set(SEVERITIES.filter((severity) => wanted.includes(severity))),
    words: params.get('q') ?? '',
    facets: {
      rule: facetOf('rule'),
      project: facetOf('project'),
      node: facetOf('node'),
      network: facetOf('network'),
    },
  };
};

/** The parameters with the filter in them, other parameters as they are. */
export const paramsOf = (filter: ProblemFilter, others: URLSearchParams): URLSearchParams => {
  const params = new URLSearchParams(others);
  const put = (name: string, value: string): void => {
    if (value === '') params.delete(name);
    else params.set(name, value);
  };
  put('severity', SEVERITIES.filter((severity) => filter.severities.has(severity)).join(','));
  put('q', filter.words);
  for (const facet of FACETS) put(facet, filter.facets[facet]);
  return params;
};

const NAMESPACED = new Set(['nad', 'udn', 'vm', 'vmi', 'vnic', 'pod', 'multiNetworkPolicy']);

const namespaceOf = (id: string): string | undefined => {
  const [kind = '', namespace] = id.split('/', 2);
  return NAMESPACED.has(kind) || kind === 'namespace' ? namespace : undefined;
};

const NETWORK_KINDS = new Set(['network', 'localnet', 'cudn']);

const networkOf = (graph: NetworkGraph, id: string): string | undefined => {
  const kind = kindOfId(id);
  const key = id.slice(kind.length + 1);
  if (NETWORK_KINDS.has(kind)) return key;
  return kind === 'nad' ? graph.networkOfNad(key)?.name : undefined;
};

/** Everything of one facet that a finding concerns. */
const valuesOf = (graph: NetworkGraph, finding: Finding, facet: Facet): readonly string[] => {
  if (facet === 'rule') return [finding.rule];
  const read = {
    project: namespaceOf,
    node: nodeOfId,
    network: (id: string) => networkOf(graph, id),
  }[facet];
  return [finding.subject, ...finding.related].flatMap((id) => read(id) ?? []);
};

/** Facet -> values that occur in the problems, sorted. */
export const facetValues = (
  graph: NetworkGraph,
  problems: readonly Problem[],
): Readonly<Record<Facet, readonly string[]>> => {
  const sorted = (facet: Facet): readonly string[] => {
    const values = new Set<string>();
    for (const { finding, consequences } of problems) {
      for (const one of [finding, ...consequences]) {
        for (const value of valuesOf(graph, one, facet)) values.add(value);
      }
    }
    return [...values].sort();
  };
  return {
    rule: sorted('rule'),
    project: sorted('project'),
    node: sorted('node'),
    network: sorted('network'),
  };
};

const saysAll = (finding: Finding, words: string): boolean => {
  const { rule, subject, related, message } = finding;
  const said = `${rule} ${subject} ${related.join(' ')} ${formatText(message)}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
};

const matches = (graph: NetworkGraph, finding: Finding, filter: ProblemFilter): boolean => {
  const { severities, facets, words } = filter;
  if (severities.size > 0 && !severities.has(finding.severity)) return false;
  const fits = FACETS.every(
    (facet) => facets[facet] === '' || valuesOf(graph, finding, facet).includes(facets[facet]),
  );
  return fits && saysAll(finding, words);
};

export const filterProblems = (
  graph: NetworkGraph,
  problems: readonly Problem[],
  filter: ProblemFilter,
): readonly Problem[] =>
  problems.filter(({ finding, consequences }) =>
    [finding, ...consequences].some((one) => matches(graph, one, filter)),
  );
