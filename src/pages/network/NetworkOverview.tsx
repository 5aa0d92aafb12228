/** What a network is, in one look: its facts, and the picture of what it is connected with. */
import type { FC } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import { formatCount } from '../../ui/formatCount';
import type { ObjectKey } from '../../console/objectKey';
import { resourceLink } from '../../console/resourceLinks';
import { Link, useNavigate } from '../../console/router';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { SmallTopology } from '../../topology/view/SmallTopology';
import { selectionLink } from '../vmNetworks/links';
import type { NetworkParts } from './networkParts';

/** With its namespace, where it has one: the NADs of a network often share a name. */
const placedName = ({ namespace, name }: ObjectKey): string =>
  namespace === '' ? name : `${namespace}/${name}`;

interface NetworkOverviewProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly parts: NetworkParts;
}

export const NetworkOverview: FC<NetworkOverviewProps> = ({ graph, diagnosis, parts }) => {
  const navigate = useNavigate();
  return (
    <>
      <NetworkFacts parts={parts} />
      <SmallTopology
        graph={graph}
        diagnosis={diagnosis}
        scope={parts.id}
        selection=""
        onSelect={(id) => {
          if (id !== '') void navigate(selectionLink(id));
        }}
      />
    </>
  );
};

const NetworkFacts: FC<{ readonly parts: NetworkParts }> = ({ parts }) => {
  const t = useT();
  const { network, objects, coverage } = parts;
  const reached = coverage.filter(({ state }) => state === 'ok').length;
  const facts: readonly (readonly [string, string])[] = [
    ...(network === undefined
      ? []
      : ([
          [t('Topology'), network.topology],
          [t('VLAN'), network.vlan === undefined ? t('untagged') : String(network.vlan)],
          ...(network.mtu === undefined
            ? []
            : [[t('MTU'), t('{{mtu}} bytes', { mtu: formatCount(network.mtu) })]]),
          ...(network.physicalName === '' ? [] : [[t('Physical network'), network.physicalName]]),
          ...(network.subnets.length === 0 ? [] : [[t('Subnets'), network.subnets.join(', ')]]),
        ] as [string, string][])),
    [t('Nodes'), t('{{k}} of {{m}}', { k: formatCount(reached), m: formatCount(coverage.length) })],
  ];
  return (
    <DescriptionList isHorizontal isCompact data-test="network-facts">
      {facts.map(([term, value]) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>{value}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
      <DescriptionListGroup>
        <DescriptionListTerm>{t('Made of')}</DescriptionListTerm>
        <DescriptionListDescription>
          <ul className="vm-networks-network__list">
            {objects.map((object) => (
              <li key={`${object.kind} ${object.namespace}/${object.name}`}>
                <Link to={resourceLink(object)}>
                  {t('{{kind}} {{name}}', { kind: object.kind, name: placedName(object) })}
                </Link>
              </li>
            ))}
          </ul>
        </DescriptionListDescription>
      </DescriptionListGroup>
    </DescriptionList>
  );
};
