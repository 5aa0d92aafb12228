/**
 * `/vm-networks/change`: detach NICs, move them to another network, or remove a network, a bridge or
 * a mapping. First who and what is concerned, then every step as it will be written, then the job.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import {
  Alert,
  Button,
  Content,
  FormGroup,
  FormSelect,
  FormSelectOption,
  List,
  ListItem,
  PageSection,
  Spinner,
  Title,
} from '@patternfly/react-core';
import { Link, useNavigate, useSearchParams } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { checkDetach } from '../../plan/checkDetach';
import { checkMove } from '../../plan/checkMove';
import { checkRemove } from '../../plan/checkRemove';
import type { Guard, ObjectRef, Plan } from '../../plan/model';
import type { NicChoice } from '../../plan/nicChoice';
import { planDetach } from '../../plan/planDetach';
import { planMove } from '../../plan/planMove';
import { planRemove } from '../../plan/planRemove';
import { refsOfTarget, usersOfTarget } from '../../plan/removalTarget';
import '../attach/attach.css';
import { newJobId } from '../attach/attachForm';
import { GuardList } from '../attach/GuardList';
import { startJob } from '../attach/jobStore';
import { jobLink } from '../jobs/jobLinks';
import { StepToRead } from '../jobs/StepToRead';
import { networkModelStore } from '../networkModel/networkModelStore';
import { useNetworkModel } from '../networkModel/useNetworkModel';
import { selectionLink } from '../vmNetworks/links';
import { changeOf } from './changeOf';
import type { Change } from './changeOf';
import { vmObjectsOf } from './vmObjectsOf';
import { useChangeReview } from './useChangeReview';
import type { ChangeDraft, ChangeReview } from './useChangeReview';

const ChangePage: FC = () => {
  const t = useT();
  const [params] = useSearchParams();
  const { graph, isComplete } = useNetworkModel();
  const query = params.toString();
  const change = useMemo(() => changeOf(new URLSearchParams(query)), [query]);
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{titleOf(change, t)}</Title>
        <Content component="p">
          {t('Nothing is written before you confirm, and what is written can be taken back.')}
        </Content>
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        {change.type === 'unknown' ? (
          <Alert isInline variant="warning" title={t('This link does not say what to change.')}>
            <Link to="/vm-networks">{t('Back to VM Networks')}</Link>
          </Alert>
        ) : graph === undefined || !isComplete ? (
          <Spinner aria-label={t('Loading the networks of the cluster')} />
        ) : (
          <ChangeForm key={query} change={change} graph={graph} />
        )}
      </PageSection>
    </>
  );
};

const titleOf = (change: Change, t: ReturnType<typeof useT>): string => {
  switch (change.type) {
    case 'detach':
      return t('Detach from a network');
    case 'move':
      return t('Move to another network');
    case 'remove':
      return removeTitle(change.target.type, t);
    case 'unknown':
      return t('Change');
  }
};

const removeTitle = (
  type: (Change & { readonly type: 'remove' })['target']['type'],
  t: ReturnType<typeof useT>,
): string => {
  const titles = {
    network: t('Remove a network'),
    nad: t('Remove a NAD'),
    bridge: t('Remove a bridge'),
    localnet: t('Remove a bridge mapping'),
  };
  return titles[type];
};

interface ChangeFormProps {
  readonly change: Exclude<Change, { readonly type: 'unknown' }>;
  readonly graph: NetworkGraph;
}

const ChangeForm: FC<ChangeFormProps> = ({ change, graph }) => {
  const t = useT();
  const navigate = useNavigate();
  const [jobId] = useState(() => newJobId(Date.now(), Math.random()));
  // The review is of one moment; what changes afterwards is found by the tests in the patches.
  const [reviewed] = useState(graph);
  const [nad, setNad] = useState('');
  const { draft, guards } = useMemo(
    () => draftOf(change, reviewed, jobId, nad),
    [change, reviewed, jobId, nad],
  );
  const review = useChangeReview(draft);
  const isBlocked = guards.some(({ level }) => level === 'block');
  const canApply =
    !isBlocked &&
    review.state === 'ready' &&
    review.refused?.size === 0 &&
    review.plan.steps.length > 0;
  const apply = (plan: Plan): void => {
    startJob(plan, networkModelStore);
    void navigate(jobLink(plan.jobId), { replace: true });
  };
  return (
    <div className="vm-networks-attach__review">
      {change.type === 'remove' ? (
        <Users users={usersOfTarget(reviewed, change.target)} />
      ) : (
        <Chosen nics={change.nics} />
      )}
      {change.type === 'move' ? (
        <TargetSelect graph={reviewed} nics={change.nics} value={nad} onChange={setNad} />
      ) : null}
      <GuardList guards={guards} />
      {draft === undefined ? null : <Steps review={review} />}
      <div>
        <Button
          variant={change.type === 'move' ? 'primary' : 'danger'}
          isDisabled={!canApply}
          onClick={() => {
            if (review.state === 'ready') apply(review.plan);
          }}
        >
          {change.type === 'move'
            ? t('Move')
            : change.type === 'detach'
              ? t('Detach')
              : t('Remove')}
        </Button>{' '}
        <Button variant="link" onClick={() => void navigate('/vm-networks')}>
          {t('Cancel')}
        </Button>
      </div>
    </div>
  );
};

interface Drafted {
  readonly draft: ChangeDraft | undefined;
  readonly guards: readonly Guard[];
}

const draftOf = (
  change: ChangeFormProps['change'],
  graph: NetworkGraph,
  jobId: string,
  nad: string,
): Drafted => {
  if (change.type === 'remove') {
    const { target } = change;
    return {
      guards: checkRemove(graph, target),
      draft: {
        key: jobId,
        refs: refsOfTarget(graph, target),
        plan: (objects) => planRemove(graph, { jobId, target }, objects),
      },
    };
  }
  const { nics } = change;
  const refs = nics.map(vmRef);
  if (change.type === 'detach') {
    return {
      guards: checkDetach(graph, nics),
      draft: {
        key: jobId,
        refs,
        plan: (objects) => planDetach(graph, { jobId, nics }, vmObjectsOf(objects)),
      },
    };
  }
  if (nad === '') return { guards: [], draft: undefined };
  const intent = { jobId, nics, nadOf: nadFrom(graph, nad) };
  return {
    guards: checkMove(graph, intent),
    draft: {
      key: `${jobId} ${nad}`,
      refs,
      plan: (objects) => planMove(graph, intent, vmObjectsOf(objects)),
    },
  };
};

const vmRef = ({ namespace, name }: NicChoice): ObjectRef => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  namespace,
  name,
});

/** The NAD of that name in the VM's own project where there is one, else the one in `default`. */
const nadFrom =
  (graph: NetworkGraph, name: string) =>
  (namespace: string): string => {
    const own = `${namespace}/${name}`;
    return graph.snapshot.nads.items.has(own) ? own : `default/${name}`;
  };

interface TargetSelectProps {
  readonly graph: NetworkGraph;
  readonly nics: readonly NicChoice[];
  readonly value: string;
  readonly onChange: (nad: string) => void;
}

/** Only NADs that every chosen VM can use. */
const TargetSelect: FC<TargetSelectProps> = ({ graph, nics, value, onChange }) => {
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
  const key = nadFrom(graph, name)(nics[0]?.namespace ?? '');
  const vlan = graph.networkOfNad(key)?.vlan;
  return vlan === undefined ? name : `${name} (VLAN ${vlan})`;
};

const Chosen: FC<{ readonly nics: readonly NicChoice[] }> = ({ nics }) => {
  const t = useT();
  return (
    <section>
      <Content component="h3">{t('NICs')}</Content>
      <List>
        {nics.map(({ namespace, name, nic }) => (
          <ListItem key={`${namespace}/${name}/${nic}`}>
            {t('NIC {{nic}} of VM {{vm}}', { nic, vm: `${namespace}/${name}` })}
          </ListItem>
        ))}
      </List>
    </section>
  );
};

const SHOWN_USERS = 20;

const Users: FC<{ readonly users: readonly VnicView[] }> = ({ users }) => {
  const t = useT();
  return (
    <section data-test="removal-users">
      <Content component="h3">{t('Used by')}</Content>
      {users.length === 0 ? (
        <Content component="p">{t('No VM uses it.')}</Content>
      ) : (
        <List>
          {users.slice(0, SHOWN_USERS).map((vnic) => (
            <ListItem key={vnic.key}>
              <Link to={selectionLink(vnic.id)}>
                {t('NIC {{nic}} of VM {{vm}}', {
                  nic: vnic.name,
                  vm: `${vnic.namespace}/${vnic.vmName}`,
                })}
              </Link>{' '}
              {vnic.vmi === undefined ? t('(stopped)') : t('(running)')}
            </ListItem>
          ))}
          {users.length > SHOWN_USERS ? (
            <ListItem>{t('{{more}} more', { more: users.length - SHOWN_USERS })}</ListItem>
          ) : null}
        </List>
      )}
    </section>
  );
};

const Steps: FC<{ readonly review: ChangeReview }> = ({ review }) => {
  const t = useT();
  const sentence = useText();
  if (review.state === 'preparing') return <Spinner aria-label={t('Preparing the review')} />;
  if (review.state === 'unreadable') {
    return (
      <Alert isInline variant="danger" title={t('What is to be changed could not be read.')}>
        {review.failure.message}
      </Alert>
    );
  }
  const { plan, refused } = review;
  if (plan.steps.length === 0) {
    return <Alert isInline variant="info" title={t('There is nothing to do.')} />;
  }
  return (
    <section>
      <Content component="h3">
        {plan.title === undefined ? t('To be written') : sentence(plan.title)}
      </Content>
      {refused === undefined ? (
        <Alert isInline isPlain variant="info" title={t('The API server is trying every step …')} />
      ) : refused.size === 0 ? (
        <Alert
          isInline
          isPlain
          variant="success"
          data-test="dry-run-accepted"
          title={t('The API server accepts every step (dry run).')}
        />
      ) : (
        <Alert
          isInline
          variant="danger"
          data-test="dry-run-refused"
          title={t('The API server would refuse {{refused}} of these steps.', {
            refused: refused.size,
          })}
        />
      )}
      <ol className="vm-networks-attach__steps">
        {plan.steps.map((step, index) => (
          <StepToRead
            key={step.id}
            step={step}
            position={index + 1}
            failure={refused?.get(step.id)}
          />
        ))}
      </ol>
    </section>
  );
};

export default ChangePage;
