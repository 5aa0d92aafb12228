/** The health that the picture shows, as icon and word: a state, or a warning on a whole thing. */
import type { FC } from 'react';
import { SeverityLabel } from '../../ui/SeverityLabel';
import { StateLabel } from '../../ui/StateLabel';
import type { Health } from '../model/picture';

export const HealthLabel: FC<{ readonly health: Health }> = ({ health }) =>
  health === 'warning' ? <SeverityLabel severity="warning" /> : <StateLabel state={health} />;
