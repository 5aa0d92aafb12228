/** The form of what happens to a node. */
import { useState } from 'react';
import { ActionGroup, Button, Form } from '@patternfly/react-core';
import { hurtNode } from './faultApi';
import { InputField } from './InputField';
import { SelectField } from './SelectField';

const FAULTS = {
  'fail-apply': 'Policies fail on it',
  'mend-apply': 'Policies work on it again',
  'pull-nic': 'The cable of a NIC is pulled',
  'lldp-off': 'LLDP goes away',
  restart: 'It restarts',
};

interface NodeFaultFormProps {
  readonly run: (action: Promise<unknown>, done: (answer: unknown) => string) => void;
}

export function NodeFaultForm({ run }: NodeFaultFormProps) {
  const [fault, setFault] = useState('fail-apply');
  const [node, setNode] = useState('');
  const [nic, setNic] = useState('');
  const apply = () => {
    const body = {
      fault,
      ...(node === '' ? {} : { node }),
      ...(fault === 'pull-nic' ? { nic } : {}),
    };
    run(hurtNode(body), (answer) => `Done to ${(answer as { node: string }).node}`);
  };
  return (
    <Form isHorizontal>
      <SelectField
        id="fault-node-fault"
        label="What happens"
        value={fault}
        options={Object.entries(FAULTS)}
        onChange={setFault}
      />
      <InputField id="fault-node" label="Node (empty: a worker)" value={node} onChange={setNode} />
      {fault === 'pull-nic' && (
        <InputField id="fault-nic" label="NIC" value={nic} onChange={setNic} />
      )}
      <ActionGroup>
        <Button variant="secondary" onClick={apply}>
          Let it happen
        </Button>
      </ActionGroup>
    </Form>
  );
}
