/**
 * "Clone with changes": the form for another network in the place of one that cannot be changed, with
 * the VM NICs that move to it, and then its review.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { Button, Content, Flex, FlexItem, Form } from '@patternfly/react-core';
import { useNavigate } from '../../console/router';
import { useT } from '../../console/translation';
import { cloneSource } from '../../plan/clone/cloneSource';
import type { CloneSource } from '../../plan/clone/cloneSource';
import { Notice } from '../../ui/Notice';
import { newJobId } from '../attach/attachForm';
import { GuardList } from '../attach/GuardList';
import { PlanReview } from '../review/PlanReview';
import type { ReviewedCluster } from '../review/usePlanReview';
import { networkLink } from '../network/networkLink';
import { cloneIntent, draftClone, initialClone, isChanged } from './cloneDraft';
import type { CloneFields, DraftedClone } from './cloneDraft';
import { CloneMoves } from './CloneMoves';
import { CloneValues } from './CloneValues';

interface CloneFormProps {
  /** Of the network or the NAD in the graph. */
  readonly id: string;
  readonly cluster: ReviewedCluster;
}

export const CloneForm: FC<CloneFormProps> = ({ id, cluster }) => {
  const t = useT();
  // The form is of one moment; what changes afterwards is found by the tests in the patches.
  const [seen] = useState(cluster);
  const source = useMemo(() => cloneSource(seen.graph, id), [seen, id]);
  if (source === undefined) {
    return (
      <Notice
        isInline
        variant="warning"
        title={t('{{network}} is no network that can be cloned.', {
          network: id.slice(id.indexOf('/') + 1),
        })}
      />
    );
  }
  return <Clone on={seen} source={source} />;
};

interface CloneProps {
  readonly on: ReviewedCluster;
  readonly source: CloneSource;
}

const Clone: FC<CloneProps> = ({ on, source }) => {
  const { graph } = on;
  const t = useT();
  const navigate = useNavigate();
  const [jobId] = useState(() => newJobId(Date.now(), Math.random()));
  const [fields, setFields] = useState(() => initialClone(source));
  const [reviewed, setReviewed] = useState<DraftedClone>();
  const drafted = useMemo(
    () => draftClone(graph, source, cloneIntent(graph, source, fields, jobId)),
    [graph, source, fields, jobId],
  );
  if (reviewed !== undefined) {
    return (
      <PlanReview
        {...reviewed}
        on={on}
        back={{ label: t('Back'), onClick: () => setReviewed(undefined) }}
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
        {source.origin.type === 'definition'
          ? t(
              'What {{kind}} {{name}} says of its network cannot be changed. A new one with the changes takes its place.',
              { kind: source.origin.ref.kind, name: source.name },
            )
          : t(
              'Running VMs keep what NAD {{name}} said when they started. A new NAD with the changes takes its place, and VMs move to it one by one.',
              { name: source.name },
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
      <GuardList guards={drafted.guards} fields={['vms', 'uplink', 'projects']} />
      {changed ? null : (
        <Notice
          isInline
          isPlain
          variant="info"
          title={t('Change something of it: without, the clone would be the same network again.')}
        />
      )}
      <Flex gap={{ default: 'gapMd' }}>
        <FlexItem>
          <Button type="submit" isDisabled={!changed || isBlocked}>
            {t('Review')}
          </Button>
        </FlexItem>
        <FlexItem>
          <Button variant="link" onClick={() => void navigate(networkLink(source.id))}>
            {t('Cancel')}
          </Button>
        </FlexItem>
      </Flex>
    </Form>
  );
};
