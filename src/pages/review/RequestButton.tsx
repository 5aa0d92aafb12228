/**
 * A request to an administrator, as a file: in words what is wanted, the address of this form with
 * the answers filled in, and the objects that the user may not write as YAML.
 */
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';
import { basePath } from '../../console/basePath';
import { useText, useT } from '../../console/translation';
import type { AttachIntent } from '../../plan/attachIntent';
import type { FindingKey, Step } from '../../plan/model';
import { attachLink } from '../../plan/startingPoint';
import { problemLink } from '../fix/problemLink';
import { useEntityName } from '../vmNetworks/useEntityName';
import { planYaml } from './exportPlan';
import { saveFile } from './saveFile';

interface RequestButtonProps {
  readonly jobId: string;
  /** Undefined where no VM is attached: then the objects say what is wanted. */
  readonly intent?: AttachIntent;
  /** The finding that it would end. */
  readonly fixes?: FindingKey;
  /** Steps that the user may not write; none where nothing could be planned. */
  readonly denied: readonly Step[];
}

const addressOf = (link: string): string =>
  new URL(`${basePath()}${link.slice(1)}`, window.location.origin).href;

/** The form again, for somebody who sees more. */
const formAddress = ({ vms, projects, vlan, networkName }: AttachIntent): string => {
  const link = attachLink({
    vms: vms.map(({ namespace, name }) => `${namespace}/${name}`),
    projects,
    network: networkName,
    ...(vlan === undefined || Number.isNaN(vlan) ? {} : { vlan: String(vlan) }),
  });
  return addressOf(link);
};

const wish = (intent: AttachIntent, t: ReturnType<typeof useT>): readonly string[] => {
  const { vms, projects, vlan, networkName } = intent;
  return [
    t('Please connect these virtual machines to a network: {{vms}}', {
      vms: vms.map(({ namespace, name }) => `${namespace}/${name}`).join(', '),
    }),
    t('Network: {{network}}', { network: networkName }),
    ...(vlan === undefined ? [] : [t('VLAN: {{vlan}}', { vlan })]),
    t('Projects: {{projects}}', { projects: projects.join(', ') }),
    t('The form with these answers: {{address}}', { address: formAddress(intent) }),
  ];
};

export const RequestButton: FC<RequestButtonProps> = ({ jobId, intent, fixes, denied }) => {
  const t = useT();
  const sentence = useText();
  const nameOf = useEntityName();
  const problem = (key: FindingKey): readonly string[] => [
    t('Fixes {{rule}} on {{subject}}.', { rule: key.rule, subject: nameOf(key.subject) }),
    addressOf(problemLink(key)),
  ];
  const save = (): void => {
    const wanted = [
      ...(fixes === undefined ? [] : problem(fixes)),
      ...(intent === undefined ? [] : wish(intent, t)),
    ];
    const objects = [
      '',
      t('These objects are needed, in this order, and I may not write them:'),
      ...denied.map((step, index) => `${index + 1}. ${sentence(step.purpose)}`),
      '',
      planYaml(denied),
    ];
    const lines = denied.length === 0 ? wanted : [...wanted, ...objects];
    saveFile(`vm-networks-${jobId}-request.txt`, `${lines.join('\n')}\n`, 'text/plain');
  };
  return (
    <Button variant="secondary" onClick={save}>
      {t('Export a request for an administrator')}
    </Button>
  );
};
