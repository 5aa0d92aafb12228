/** Kind, name, place and health of the chosen entity, with the way out of the panel. */
import type { FC, Ref } from 'react';
import { DrawerActions, DrawerCloseButton, DrawerHead, Title } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { Entity } from '../../network/model';
import type { FindingIndex } from '../model/health';
import { reasonOf } from '../model/health';
import type { Health } from '../model/picture';
import { kindName } from '../view/kindName';
import { HealthLabel } from './HealthLabel';
import { keyOf, kindOf } from './entityNames';

interface PanelHeadProps {
  readonly id: string;
  /** Undefined for what is not in the cluster. */
  readonly entity: Entity | undefined;
  /** Undefined for what is not in the cluster. */
  readonly health: Health | undefined;
  readonly findings: FindingIndex;
  /** Takes the focus when something was chosen in the panel itself. */
  readonly titleRef: Ref<HTMLDivElement>;
  readonly onClose: () => void;
}

export const PanelHead: FC<PanelHeadProps> = ({
  id,
  entity,
  health,
  findings,
  titleRef,
  onClose,
}) => {
  const t = useT();
  const sentence = useText();
  const kind = entity?.kind ?? kindOf(id);
  const name = entity?.name ?? keyOf(id);
  const reason = entity && reasonOf(entity, findings);
  return (
    <DrawerHead>
      <div ref={titleRef} tabIndex={-1} className="vm-networks-panel__head">
        <Title headingLevel="h2" size="lg" data-test="panel-title">
          {kind === undefined
            ? id
            : t('{{kind}} {{name}}', { kind: sentence(kindName(kind)), name })}
        </Title>
        {health === undefined ? null : (
          <p data-test="panel-state">
            <HealthLabel health={health} /> {reason === undefined ? null : sentence(reason)}
          </p>
        )}
      </div>
      <DrawerActions>
        <DrawerCloseButton aria-label={t('Close the panel')} onClose={onClose} />
      </DrawerActions>
    </DrawerHead>
  );
};
