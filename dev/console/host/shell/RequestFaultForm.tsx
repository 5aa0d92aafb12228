/** The form of a fault rule: which requests, and what becomes of them. */
import { useState } from 'react';
import { ActionGroup, Button, Form } from '@patternfly/react-core';
import type { FaultResponse } from './faultApi';
import { addFault } from './faultApi';
import { InputField } from './InputField';
import { SelectField } from './SelectField';

const VERBS = ['', 'get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

const refusal = (status: number, reason: string): FaultResponse => ({
  status,
  reason,
  message: `A fault on demand: ${reason}`,
});

/** What can become of a request, by what the form calls it. */
const RESPONSES: Readonly<Record<string, FaultResponse>> = {
  '403 Forbidden': refusal(403, 'Forbidden'),
  '410 Expired': refusal(410, 'Expired'),
  '429 TooManyRequests': refusal(429, 'TooManyRequests'),
  '500 InternalError': refusal(500, 'InternalError'),
  '503 ServiceUnavailable': refusal(503, 'ServiceUnavailable'),
  'Delay by 5 s': { delayMs: 5000 },
  'Drop the connection': 'drop',
};

interface RequestFaultFormProps {
  readonly run: (action: Promise<unknown>, done: (answer: unknown) => string) => void;
}

export function RequestFaultForm({ run }: RequestFaultFormProps) {
  const [verb, setVerb] = useState('');
  const [resource, setResource] = useState('');
  const [response, setResponse] = useState('403 Forbidden');
  const [percent, setPercent] = useState('100');
  const [seed, setSeed] = useState('1');
  const add = () => {
    const rule = {
      ...(verb === '' ? {} : { verb }),
      ...(resource === '' ? {} : { resource }),
      ...(percent === '100' ? {} : { chance: Number(percent) / 100, seed: Number(seed) }),
      respond: RESPONSES[response] ?? 'drop',
    };
    run(addFault(rule), () => 'Rule added');
  };
  return (
    <Form isHorizontal>
      <SelectField
        id="fault-verb"
        label="Verb"
        value={verb}
        options={VERBS.map((name) => [name, name === '' ? 'any' : name])}
        onChange={setVerb}
      />
      <InputField
        id="fault-resource"
        label="Kind, in plural (empty: any)"
        value={resource}
        onChange={setResource}
      />
      <SelectField
        id="fault-response"
        label="Answer"
        value={response}
        options={Object.keys(RESPONSES).map((name) => [name, name])}
        onChange={setResponse}
      />
      <InputField
        id="fault-percent"
        label="Share of the requests, in percent"
        type="number"
        value={percent}
        onChange={setPercent}
      />
      <InputField
        id="fault-seed"
        label="Seed of the choice"
        type="number"
        value={seed}
        onChange={setSeed}
      />
      <ActionGroup>
        <Button variant="secondary" onClick={add}>
          Add rule
        </Button>
      </ActionGroup>
    </Form>
  );
}
