/** What the legend says; loaded when it is opened. */
import type { FC } from 'react';
import { useText, useT } from '../../console/translation';
import type { EntityKind } from '../../network/model';
import { HealthMark } from './HealthMark';
import { KindSign } from './KindSign';
import { kindName } from './kindName';
import './drawing.css';

const KINDS: readonly EntityKind[] = [
  'switchPort',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
  'network',
  'nad',
  'vm',
];

const LegendBody: FC = () => {
  const t = useT();
  const sentence = useText();
  return (
    <div className="vm-networks-legend">
      <ul className="vm-networks-legend__list">
        {KINDS.map((kind) => (
          <li key={kind}>
            <svg width="16" height="16" aria-hidden="true">
              <KindSign kind={kind} x={0} y={2} size={14} />
            </svg>{' '}
            {sentence(kindName(kind))}
          </li>
        ))}
      </ul>
      <ul className="vm-networks-legend__list">
        {(['broken', 'warning', 'unknown'] as const).map((health) => (
          <li key={health}>
            <svg width="18" height="18" aria-hidden="true">
              <HealthMark health={health} x={9} y={9} scale={1} />
            </svg>{' '}
            {health === 'broken' ? t('Broken') : health === 'warning' ? t('Warning') : t('Unknown')}
          </li>
        ))}
        <li>
          <LegendLine state="ok" /> {t('works')}
        </li>
        <li>
          <LegendLine state="broken" /> {t('broken')}
        </li>
        <li>
          <LegendLine state="unknown" /> {t('not known')}
        </li>
      </ul>
      <p className="vm-networks-legend__note">
        {t('Each VLAN network has a colour of its own, from its mapping to its VM NICs.')}
      </p>
    </div>
  );
};

const LegendLine: FC<{ readonly state: string }> = ({ state }) => (
  <svg width="32" height="12" aria-hidden="true">
    <g className={`vm-networks-edge vm-networks-edge--${state}`}>
      <path className="vm-networks-edge__line" d="M0,6 L32,6" />
    </g>
  </svg>
);

export default LegendBody;
