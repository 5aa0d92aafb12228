/** The form of a fault rule: which requests, and what becomes of them. */
import { useState } from 'react';
import {
  Button,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  TextInput,
} from '@patternfly/react-core';
import type { FaultResponse } from './faultApi';
import { addFault } from './faultApi';

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
      <FormGroup label="Verb" fieldId="fault-verb">
        <FormSelect id="fault-verb" value={verb} onChange={(_event, value) => setVerb(value)}>
          {VERBS.map((name) => (
            <FormSelectOption key={name} value={name} label={name === '' ? 'any' : name} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label="Kind, in plural (empty: any)" fieldId="fault-resource">
        <TextInput
          id="fault-resource"
          value={resource}
          onChange={(_event, value) => setResource(value)}
        />
      </FormGroup>
      <FormGroup label="Answer" fieldId="fault-response">
        <FormSelect
          id="fault-response"
          value={response}
          onChange={(_event, value) => setResponse(value)}
        >
          {Object.keys(RESPONSES).map((name) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label="Share of the requests, in percent" fieldId="fault-percent">
        <TextInput
          id="fault-percent"
          type="number"
          value={percent}
          onChange={(_event, value) => setPercent(value)}
        />
      </FormGroup>
      <FormGroup label="Seed of the choice" fieldId="fault-seed">
        <TextInput
          id="fault-seed"
          type="number"
          value={seed}
          onChange={(_event, value) => setSeed(value)}
        />
      </FormGroup>
      <Button variant="secondary" onClick={add}>
        Add rule
      </Button>
    </Form>
  );
}
