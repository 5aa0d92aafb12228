/** From problem to problem, worst first: a button of the toolbar where there are any, and the keys `n` and `N`. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Button, ToolbarItem } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import { formatCount } from '../../ui/formatCount';
import { nextStop, problemStops } from '../model/problemStops';
import { useShortcut } from './useShortcut';

interface ProblemStepperProps {
  readonly diagnosis: Diagnosis;
  readonly selection: string;
  readonly onSelect: (entity: string) => void;
}

export const ProblemStepper: FC<ProblemStepperProps> = ({ diagnosis, selection, onSelect }) => {
  const t = useT();
  const stops = useMemo(() => problemStops(diagnosis), [diagnosis]);
  const go = (by: 1 | -1): void => {
    const stop = nextStop(stops, selection, by);
    if (stop !== undefined) onSelect(stop);
  };
  useShortcut('n', () => go(1));
  useShortcut('N', () => go(-1));
  if (stops.length === 0) return null;
  const at = stops.indexOf(selection);
  const total = formatCount(stops.length);
  return (
    <ToolbarItem>
      <Button
        variant="secondary"
        size="sm"
        aria-keyshortcuts="n"
        data-test="next-problem"
        onClick={() => go(1)}
      >
        {at === -1
          ? t('Next problem ({{total}})', { total })
          : t('Next problem ({{n}} of {{total}})', { n: formatCount(at + 1), total })}
      </Button>
    </ToolbarItem>
  );
};
