/**
 * The state of the page "Import port groups", its defaults, and what it asks for. What a person changed
 * of a row is kept by the row's line and name, so that mending the file elsewhere loses nothing of it.
 * Pure, so that the rules of the form can be tested without a browser.
 */
import { PHYSNET } from '../../cluster/ovnNames';
import type { NetworkGraph } from '../../network/networkGraph';
import { bridgeChoices } from '../../plan/bridgeChoices';
import { nodeSelectorChoices, nodesOfSelector, selectorFromId } from '../../plan/nodeChoices';
import type { ImportTarget, WantedNetwork } from '../../plan/portGroups/importIntent';
import type { PortGroup } from '../../plan/portGroups/portGroup';
import type { Proposal } from '../../plan/portGroups/proposeImport';

/** What a person said of one row. */
export interface RowEdit {
  readonly name?: string;
  readonly isChosen?: boolean;
}

export interface ImportForm {
  /** As pasted or read from a file. */
  readonly source: string;
  /** '' when it was pasted. */
  readonly fileName: string;
  readonly kind: ImportTarget['kind'];
  /** `key=value`, or '' for all nodes. */
  readonly selectorId: string;
  /** Id of a `MappingChoice`; '' takes the first. */
  readonly mappingId: string;
  readonly projects: readonly string[];
  /** By `rowKey`. */
  readonly edits: ReadonlyMap<string, RowEdit>;
}

/** A bridge mapping to use, or a bridge that gets one. */
export interface MappingChoice {
  readonly id: string;
  readonly bridge: string;
  /** Undefined where the bridge has no mapping that is meant for this. */
  readonly localnet?: string;
}

export const initialImport = (graph: NetworkGraph): ImportForm => {
  const [selector] = nodeSelectorChoices(graph);
  return {
    source: '',
    fileName: '',
    kind: graph.snapshot.cudns.state === 'absent' ? 'nads' : 'cudn',
    selectorId: selector?.id ?? '',
    mappingId: '',
    projects: [],
    edits: new Map(),
  };
};

/** Bridges of their own first; `physnet` is left to OVN-Kubernetes. */
export const mappingChoices = (
  graph: NetworkGraph,
  selectorId: string,
): readonly MappingChoice[] => {
  const nodes = nodesOfSelector(graph, selectorFromId(selectorId));
  const usable = bridgeChoices(nodes).filter(({ obstacle }) => obstacle === undefined);
  return [...usable]
    .sort((a, b) => Number(a.shared) - Number(b.shared))
    .flatMap(({ name: bridge, localnets }): readonly MappingChoice[] => {
      const own = localnets.filter((localnet) => !localnet.startsWith(PHYSNET));
      if (own.length === 0) return [{ id: bridge, bridge }];
      return own.map((localnet) => ({ id: `${bridge} ${localnet}`, bridge, localnet }));
    });
};

export const targetOf = (
  form: Pick<ImportForm, 'kind' | 'selectorId' | 'mappingId' | 'projects'>,
  choices: readonly MappingChoice[],
): ImportTarget => {
  const mapping = choices.find(({ id }) => id === form.mappingId) ?? choices[0];
  return {
    kind: form.kind,
    nodeSelector: selectorFromId(form.selectorId),
    bridge: mapping?.bridge ?? '',
    ...(mapping?.localnet === undefined ? {} : { localnet: mapping.localnet }),
    projects: form.projects,
  };
};

const rowKey = ({ line, name }: Pick<PortGroup, 'line' | 'name'>): string => `${line} ${name}`;

/** Names that were typed, by line. */
export const typedNames = (
  groups: readonly PortGroup[],
  edits: ImportForm['edits'],
): ReadonlyMap<number, string> =>
  new Map(
    groups.flatMap((group) => {
      const name = edits.get(rowKey(group))?.name;
      return name === undefined ? [] : [[group.line, name] as const];
    }),
  );

export const isChosen = (proposal: Proposal, edits: ImportForm['edits']): boolean =>
  proposal.isPossible && (edits.get(rowKey(proposal.group))?.isChosen ?? proposal.isChosenByItself);

/** What is chosen, in the order of the file. */
export const wantedNetworks = (
  proposals: readonly Proposal[],
  edits: ImportForm['edits'],
): readonly WantedNetwork[] =>
  proposals
    .filter((proposal) => isChosen(proposal, edits))
    .flatMap(({ group: { line, description }, name, vlan }) =>
      vlan === undefined ? [] : [{ line, name, vlan, description }],
    );

export const withEdit = (form: ImportForm, group: PortGroup, edit: RowEdit): ImportForm => {
  const key = rowKey(group);
  return { ...form, edits: new Map([...form.edits, [key, { ...form.edits.get(key), ...edit }]]) };
};
