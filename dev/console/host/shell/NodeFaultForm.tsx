/** The form of what happens to a node. */
import { useState } from 'react';
import {
  Button,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  TextInput,
} from '@patternfly/react-core';
import { hurtNode } from './faultApi';

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
      <FormGroup label="What happens" fieldId="fault-node-fault">
        <FormSelect
          id="fault-node-fault"
          value={fault}
          onChange={(_event, value) => setFault(value)}
        >
          {Object.entries(FAULTS).map(([name, label]) => (
            <FormSelectOption key={name} value={name} label={label} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label="Node (empty: a worker)" fieldId="fault-node">
        <TextInput id="fault-node" value={node} onChange={(_event, value) => setNode(value)} />
      </FormGroup>
      {fault === 'pull-nic' && (
        <FormGroup label="NIC" fieldId="fault-nic">
          <TextInput id="fault-nic" value={nic} onChange={(_event, value) => setNic(value)} />
        </FormGroup>
      )}
      <Button variant="secondary" onClick={apply}>
        Let it happen
      </Button>
    </Form>
  );
}
