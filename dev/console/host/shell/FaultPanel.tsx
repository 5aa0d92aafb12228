/**
 * Makes the embedded cluster fail on purpose, to see what the plugin says then: refuses, delays or drops
 * requests by verb and kind, breaks watches off, compacts, and lets things happen to nodes.
 */
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import {
  Alert,
  Button,
  Content,
  Divider,
  Flex,
  List,
  ListItem,
  Modal,
  ModalBody,
  ModalHeader,
  Stack,
  Title,
} from '@patternfly/react-core';
import { serverFlags } from '../boot/serverFlags';
import type { ActiveFault } from './faultApi';
import { compact, dropWatches, listFaults, removeFault } from './faultApi';
import { NodeFaultForm } from './NodeFaultForm';
import { RequestFaultForm } from './RequestFaultForm';

function describe({ verb, resource, respond, times, chance, hits }: ActiveFault): string {
  const what = `${verb ?? 'any verb'} of ${resource ?? 'any kind'}`;
  const done =
    respond === 'drop'
      ? 'dropped'
      : 'delayMs' in respond
        ? `delayed by ${respond.delayMs} ms`
        : `answered ${respond.status} ${respond.reason}`;
  const often = times === undefined ? '' : `, ${times} times`;
  const share = chance === undefined ? '' : `, ${Math.round(chance * 100)} % of them`;
  return `${what}: ${done}${often}${share} (hit ${hits})`;
}

function Panel({ onClose }: { readonly onClose: () => void }) {
  const [faults, setFaults] = useState<readonly ActiveFault[]>();
  const [message, setMessage] = useState<ReactNode>();

  const refresh = useCallback(() => {
    listFaults().then(setFaults, (error: unknown) => setMessage(String(error)));
  }, []);
  useEffect(refresh, [refresh]);

  /** Runs an action, tells how it ended, and reads the rules again. */
  const run = (action: Promise<unknown>, done: (answer: unknown) => string) => {
    action
      .then(
        (answer) => setMessage(done(answer)),
        (error: unknown) => setMessage(error instanceof Error ? error.message : String(error)),
      )
      .finally(refresh);
  };

  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="fault-panel-title">
      <ModalHeader title="Faults on demand" labelId="fault-panel-title" />
      <ModalBody data-test="fault-panel">
        <Stack hasGutter>
          {message !== undefined && (
            <Alert isInline isLiveRegion variant="info" title={message} data-test="fault-message" />
          )}
          <Title headingLevel="h2">Requests</Title>
          {faults?.length === 0 && <Content component="p">No rule is in force.</Content>}
          {faults !== undefined && faults.length > 0 && (
            <List>
              {faults.map((fault) => (
                <ListItem key={fault.id}>
                  {describe(fault)}{' '}
                  <Button
                    variant="link"
                    isInline
                    onClick={() => run(removeFault(fault.id), () => 'Rule removed')}
                  >
                    Remove
                  </Button>
                </ListItem>
              ))}
            </List>
          )}
          <RequestFaultForm run={run} />
          <Divider />
          <Title headingLevel="h2">Watches</Title>
          <Flex>
            <Button variant="secondary" onClick={() => run(dropWatches(), () => 'Watches dropped')}>
              Drop all watches
            </Button>
            <Button variant="secondary" onClick={() => run(compact(), () => 'Compacted')}>
              Compact
            </Button>
          </Flex>
          <Divider />
          <Title headingLevel="h2">Nodes</Title>
          <NodeFaultForm run={run} />
        </Stack>
      </ModalBody>
    </Modal>
  );
}

/** The button in the masthead; nothing where the cluster is not the embedded one. */
export function FaultPanel() {
  const [isOpen, setOpen] = useState(false);
  if (serverFlags.devFaults === undefined) return null;
  return (
    <>
      <Button variant="plain" data-test="fault-panel-button" onClick={() => setOpen(true)}>
        Faults
      </Button>
      {isOpen && <Panel onClose={() => setOpen(false)} />}
    </>
  );
}
