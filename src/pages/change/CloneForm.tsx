/**
 * "Clone with changes": the form for another network in the place of one that cannot be changed, with
 * the VM NICs that move to it, and then its review.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { ActionList, ActionListItem, Button, Content, Form } from '@patternfly/react-core';
import { useNavigate } from '../../console/router';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { cloneSource } from '../../plan/clone/cloneSource';
import type { CloneSource } from '../../plan/clone/cloneSource';
import { Notice } from '../../ui/Notice';
import { newJobId } from '../attach/attachForm';
import { GuardList } from '../attach/GuardList';
import { networkLink } from '../network/networkLink';
import { cloneIntent, draftClone, initialClone, isChanged } from './cloneDraft';
import type { CloneFields, DraftedClone } from './cloneDraft';
import { CloneMoves } from './CloneMoves';
import { CloneValues } from './CloneValues';
import { PlanReview } from './PlanReview';

interface CloneFormProps {
  /** Name of the network in the graph. */
  readonly network: string;
  readonly graph: NetworkGraph;
}

export const CloneForm: FC<CloneFormProps> = ({ network, graph }) => {
  const t = useT();
  // The form is of one moment; what changes afterwards is found by the tests in the patches.
  const [seen] = useState(graph);
  const source = useMemo(() => cloneSource(seen, network), [seen, network]);
  if (source === undefined) {
    return (
      <Notice
        isInline
        variant="warning"
        title={t('{{network}} is no network that a CUDN or UDN defines, so it is not cloned.', {
          network,
        })}
      />
    );
  }
  return <Clone graph={seen} source={source} />;
};

interface CloneProps {
  readonly graph: NetworkGraph;
  readonly source: CloneSource;
}

const Clone: FC<CloneProps> = ({ graph, source }) => {
  const t = useT();
  const navigate = useNavigate();
  const [jobId] = useState(() => newJobId(Date.now(), Math.random()));
  const [fields, setFields] = useState(() => initialClone(graph, source));
  const [reviewed, setReviewed] = useState<DraftedClone>();
  const drafted = useMemo(
    () => draftClone(graph, source, cloneIntent(source, fields, jobId)),
    [graph, source, fields, jobId],
  );
  if (reviewed !== undefined) {
    return (
      <PlanReview
        {...reviewed}
        projects={projectsOf(source)}
        onBack={() => setReviewed(undefined)}
      />
    );
  }
  const edit = (change: Partial<CloneFields>): void =>
    setFields((last) => ({ ...last, ...change }));
  const changed = isChanged(source, fields);
  const isBlocked = drafted.guards.some(({ level }) => level === 'block');
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !isBlocked) setReviewed(drafted);
      }}
    >
      <Content component="p">
        {t(
          'What {{kind}} {{name}} says of its network cannot be changed. A new one with the changes takes its place.',
          { kind: source.ref.kind, name: source.ref.name },
        )}
      </Content>
      <CloneValues
        graph={graph}
        source={source}
        fields={fields}
        guards={drafted.guards}
        onChange={edit}
      />
      <CloneMoves source={source} fields={fields} onChange={edit} />
      <GuardList guards={drafted.guards} fields={['vms', 'uplink']} />
      {changed ? null : (
        <Notice
          isInline
          isPlain
          variant="info"
          title={t('Change VLAN, MTU, localnet or subnets.')}
        />
      )}
      <ActionList>
        <ActionListItem>
          <Button type="submit" isDisabled={!changed || isBlocked}>
            {t('Review')}
          </Button>
        </ActionListItem>
        <ActionListItem>
          <Button variant="link" onClick={() => void navigate(networkLink(source.network.id))}>
            {t('Cancel')}
          </Button>
        </ActionListItem>
      </ActionList>
    </Form>
  );
};

const projectsOf = ({ users, ref }: CloneSource): readonly string[] => {
  const names = new Set(users.map(({ namespace }) => namespace));
  if (ref.namespace !== '') names.add(ref.namespace);
  return [...names].sort();
};
