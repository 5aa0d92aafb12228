/**
 * CUDN-008: a CUDN that selects namespaces by name holds a deleted namespace in Terminating. The
 * one name that the documentation recommends is `default`, for a network open to all.
 */
import type { CudnRecord } from '../../cluster/udnRecord';
import { text } from '../../cluster/text';
import { isKnown } from '../../network/evidence';
import { entityId } from '../../network/model';
import { nameList } from '../facts/nameList';
import { fault, judge, unclear } from '../finding';
import type { Rule } from '../model';
import { definitionLabel, idOfDefinition } from '../udnFacts';

const id = 'CUDN-008';
const NAME_LABEL = 'kubernetes.io/metadata.name';

const namesSelected = ({ namespaceSelector }: CudnRecord): readonly string[] => {
  const equal = namespaceSelector.matchLabels[NAME_LABEL];
  const listed = namespaceSelector.matchExpressions
    .filter(({ key, operator }) => key === NAME_LABEL && operator === 'In')
    .flatMap(({ values }) => values);
  return equal === undefined ? listed : [equal, ...listed];
};

export const CUDN_008: Rule = {
  id,
  title: text('Namespaces are selected by name'),
  severity: 'error',
  tier: 'S',
  reads: ['cudns'],
  consults: ['namespaces'],
  source: 'openshift-docs virt-localnet-cudn-considerations',
  check: ({ graph }) =>
    judge(id, graph.snapshot.cudns.items.values(), (cudn) => {
      const names = namesSelected(cudn);
      if (names.every((name) => name === 'default')) return undefined;
      const { namespaces } = graph.snapshot;
      const stuck = names.filter((name) => namespaces.items.get(name)?.phase === 'Terminating');
      const values = {
        network: definitionLabel(cudn),
        names: nameList(names),
        stuck: nameList(stuck),
      };
      const finding = fault({
        severity: stuck.length > 0 ? 'error' : 'warning',
        subject: idOfDefinition(cudn),
        related: names.map((name) => entityId('namespace', name)),
        message:
          stuck.length > 0
            ? text('{{network}} selects {{stuck}} by name and keeps it in Terminating.', values)
            : text('{{network}} selects namespaces by name: {{names}}.', values),
        symptom: text('A selected namespace that is deleted stays in Terminating.'),
        fix: text('Select by a label of your own, and take the names out of the selector.'),
      });
      if (isKnown(namespaces)) return finding;
      const reason = text('Whether a selected namespace is terminating is not known');
      return [finding, unclear(idOfDefinition(cudn), reason)];
    }),
};
