/** Why there is no picture: too much of it, nothing that is left, may be seen or could be read. Loaded when needed. */
import type { FC } from 'react';
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

interface TooLargeProps {
  readonly size: number;
  readonly onReset: () => void;
  readonly onTable: () => void;
}

const TooLarge: FC<TooLargeProps> = ({ size, onReset, onTable }) => {
  const t = useT();
  return (
    <EmptyState
      className="vm-networks-topology__empty"
      titleText={t('Too much for one picture')}
      headingLevel="h2"
      data-test="too-large"
    >
      <EmptyStateBody>
        {t(
          '{{size}} elements; a picture can be read up to {{cap}}. Narrow it with a filter by project, node, network or VLAN, or read it as a table.',
          { size: formatCount(size), cap: ELEMENT_CAP },
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={onTable}>
            {t('Show as a table')}
          </Button>
          <Button variant="link" onClick={onReset}>
            {t('Back to the folded picture')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

const NothingLeft: FC<{ readonly onReset: () => void }> = ({ onReset }) => {
  const t = useT();
  return (
    <EmptyState
      className="vm-networks-topology__empty"
      titleText={t('Nothing matches')}
      headingLevel="h2"
      data-test="nothing-left"
    >
      <EmptyStateBody>{t('Nothing in the cluster is in this scope and filter.')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onReset}>
            {t('Show the whole cluster')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

/** Everything that a picture begins or ends with is kept from this person. */
const isHidden = ({ snapshot: { vms, nads, nodeStates } }: NetworkGraph): boolean =>
  [vms, nads, nodeStates].every(({ state }) => state === 'forbidden');

const NothingVisible: FC = () => {
  const t = useT();
  return (
    <EmptyState
      className="vm-networks-topology__empty"
      titleText={t('Nothing here that you may see')}
      icon={LockIcon}
      headingLevel="h2"
      data-test="nothing-visible"
    >
      <EmptyStateBody>
        {t(
          'Ask an administrator for a role in a project: its VMs and networks are then drawn here.',
        )}
      </EmptyStateBody>
    </EmptyState>
  );
};

const NothingToDraw: FC = () => {
  const t = useT();
  return (
    <EmptyState
      className="vm-networks-topology__empty"
      titleText={t('Nothing to draw yet')}
      headingLevel="h2"
    >
      <EmptyStateBody>
        {t('No node state, network or VM could be read. The notice above says what is missing.')}
      </EmptyStateBody>
    </EmptyState>
  );
};

export default NoPicture;
