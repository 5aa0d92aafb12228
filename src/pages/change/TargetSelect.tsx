/** The network to move NICs to. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { NicChoice } from '../../plan/nicChoice';
import { nadFrom } from './nadFrom';

interface TargetSelectProps {
  readonly graph: NetworkGraph;
  readonly nics: readonly NicChoice[];
  readonly value: string;
  readonly onChange: (nad: string) => void;
}

/** Only NADs that every chosen VM can use. */
export const TargetSelect: FC<TargetSelectProps> = ({ graph, nics, value, onChange }) => {
  const t = useT();
  const names = useMemo(() => {
    const { items } = graph.snapshot.nads;
    const projects = [...new Set(nics.map(({ namespace }) => namespace))];
    const all = new Set([...items.values()].map(({ meta }) => meta.name));
    return [...all]
      .filter((name) =>
        projects.every(
          (project) => items.has(`${project}/${name}`) || items.has(`default/${name}`),
        ),
      )
      .sort();
  }, [graph, nics]);
  return (
    <FormGroup label={t('Network to move to')} fieldId="change-network">
      <FormSelect
        id="change-network"
        value={value}
        onChange={(_event, chosen) => onChange(chosen)}
        aria-label={t('Network to move to')}
      >
        <FormSelectOption value="" label={t('Choose a network')} isPlaceholder />
        {names.map((name) => (
          <FormSelectOption key={name} value={name} label={labelOf(graph, nics, name)} />
        ))}
      </FormSelect>
    </FormGroup>
  );
};

const labelOf = (graph: NetworkGraph, nics: readonly NicChoice[], name: string): string => {
  const key = nadFrom(graph, name)({ namespace: nics[0]?.namespace ?? '' });
  const vlan = graph.networkOfNad(key)?.vlan;
  return vlan === undefined ? name : `${name} (VLAN ${vlan})`;
};
