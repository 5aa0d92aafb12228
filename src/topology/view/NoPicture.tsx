/** Why there is no picture: too much of it, nothing that is left, may be seen or could be read. Loaded when needed. */
import type { ComponentType, FC, ReactNode } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { LockIcon } from '@patternfly/react-icons';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { formatCount } from '../../ui/formatCount';
import type { Picture } from '../model/picture';
import { ELEMENT_CAP } from '../model/picture';

interface NoPictureProps {
  readonly graph: NetworkGraph;
  readonly picture: Picture;
  readonly isNarrowed: boolean;
  /** Back to the folded picture of everything. */
  readonly onReset: () => void;
  readonly onTable: () => void;
}

const NoPicture: FC<NoPictureProps> = ({ graph, picture, isNarrowed, onReset, onTable }) => {
  if (picture.isTooLarge) {
    return <TooLarge size={picture.size} onReset={onReset} onTable={onTable} />;
  }
  if (isNarrowed) return <NothingLeft onReset={onReset} />;
  return isHidden(graph) ? <NothingVisible /> : <NothingToDraw />;
};

interface EmptyProps {
  readonly title: string;
  readonly test: string;
  readonly icon?: ComponentType;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const Empty: FC<EmptyProps> = ({ title, test, icon, actions, children }) => (
  <EmptyState
    className="vm-networks-topology__empty"
    titleText={title}
    {...(icon === undefined ? {} : { icon })}
    headingLevel="h2"
    data-test={test}
  >
    <EmptyStateBody>{children}</EmptyStateBody>
    {actions === undefined ? null : (
      <EmptyStateFooter>
        <EmptyStateActions>{actions}</EmptyStateActions>
      </EmptyStateFooter>
    )}
  </EmptyState>
);

interface TooLargeProps {
  readonly size: number;
  readonly onReset: () => void;
  readonly onTable: () => void;
}

const TooLarge: FC<TooLargeProps> = ({ size, onReset, onTable }) => {
  const t = useT();
  return (
    <Empty
      title={t('Too much for one picture')}
      test="too-large"
      actions={
        <>
          <Button variant="primary" onClick={onTable}>
            {t('Show as a table')}
          </Button>
          <Button variant="link" onClick={onReset}>
            {t('Back to the folded picture')}
          </Button>
        </>
      }
    >
      {t(
        '{{size}} elements; a picture can be read up to {{cap}}. Narrow it with a filter by project, node, network or VLAN, or read it as a table.',
        { size: formatCount(size), cap: ELEMENT_CAP },
      )}
    </Empty>
  );
};

const NothingLeft: FC<{ readonly onReset: () => void }> = ({ onReset }) => {
  const t = useT();
  return (
    <Empty
      title={t('Nothing matches')}
      test="nothing-left"
      actions={
        <Button variant="link" onClick={onReset}>
          {t('Show the whole cluster')}
        </Button>
      }
    >
      {t('Nothing in the cluster is in this scope and filter.')}
    </Empty>
  );
};

/** Everything that a picture begins or ends with is kept from this person. */
const isHidden = ({ snapshot: { vms, nads, nodeStates } }: NetworkGraph): boolean =>
  [vms, nads, nodeStates].every(({ state }) => state === 'forbidden');

const NothingVisible: FC = () => {
  const t = useT();
  return (
    <Empty title={t('Nothing here that you may see')} test="nothing-visible" icon={LockIcon}>
      {t('Ask an administrator for a role in a project: its VMs and networks are then drawn here.')}
    </Empty>
  );
};

const NothingToDraw: FC = () => {
  const t = useT();
  return (
    <Empty title={t('Nothing to draw yet')} test="nothing-to-draw">
      {t('No node state, network or VM could be read. The notice above says what is missing.')}
    </Empty>
  );
};

export default NoPicture;
