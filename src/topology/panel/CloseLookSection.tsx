/**
 * What the cluster says of a VM or NAD in its own words: the warnings of its events and pods, each as a
 * sentence where it is known and as it came where it is not, and the checks that need them.
 */
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';
import type { Listing } from '../../cluster/snapshot';
import { useText, useT } from '../../console/translation';
import type { CloseEvidence, ObjectMessage } from '../../doctor/closeLook';
import { decodeMessage } from '../../doctor/decoders/decodeMessage';
import { isKnown, whyUnknown } from '../../network/evidence';
import type { NetworkGraph } from '../../network/networkGraph';
import { formatTime } from '../../ui/formatTime';
import { RawMessage } from '../../ui/RawMessage';
import { Waiting } from '../../ui/Waiting';
import { CappedList } from './CappedList';
import { FindingItem } from './FindingItem';
import { PanelSection } from './PanelSection';
import { closeSubject, useCloseLook } from './useCloseLook';

interface CloseLookSectionProps {
  readonly graph: NetworkGraph;
  /** Entity id; nothing is shown for what has no pods and no events. */
  readonly id: string;
  readonly onSelect: (id: string) => void;
}

export const CloseLookSection: FC<CloseLookSectionProps> = ({ graph, id, onSelect }) => {
  const subject = closeSubject(graph, id);
  return subject === undefined ? null : (
    <Messages key={subject} graph={graph} id={subject} onSelect={onSelect} />
  );
};

const Messages: FC<CloseLookSectionProps> = ({ graph, id, onSelect }) => {
  const t = useT();
  const { evidence, look, reload } = useCloseLook(graph, id);
  const isSilent = look?.findings.length === 0 && look.messages.length === 0;
  return (
    <PanelSection title={t('Messages of the cluster')}>
      <div aria-live="polite" data-test="close-look">
        {evidence === undefined || look === undefined ? (
          <Waiting label={t('Reading the events')} />
        ) : (
          <>
            <CappedList
              items={look.findings}
              keyOf={({ rule }) => rule}
              render={(finding) => (
                <FindingItem graph={graph} finding={finding} id={id} onSelect={onSelect} />
              )}
            />
            <CappedList
              items={look.messages}
              keyOf={({ raw }) => raw}
              render={(message) => <Message message={message} />}
            />
            {isSilent && isKnown(evidence.events) ? (
              <p>{t('No warnings. The cluster forgets events after a while.')}</p>
            ) : null}
            <Unread evidence={evidence} />
          </>
        )}
      </div>
      <div>
        <Button variant="link" isInline onClick={reload} isDisabled={evidence === undefined}>
          {t('Read them again')}
        </Button>
      </div>
    </PanelSection>
  );
};

const Message: FC<{ readonly message: ObjectMessage }> = ({ message }) => {
  const t = useT();
  const sentence = useText();
  const { kind, name, reason, raw, at } = message;
  const decoded = decodeMessage(raw);
  return (
    <div data-test="cluster-message">
      <p>{decoded === undefined ? raw : sentence(decoded.sentence)}</p>
      <p className="vm-networks-panel__subtle">
        {t('{{kind}} {{name}}', { kind, name })} · {reason}
        {at === undefined ? null : ` · ${formatTime(at)}`}
      </p>
      {decoded === undefined ? null : (
        <>
          <p>{sentence(decoded.fix)}</p>
          <RawMessage raw={raw} />
        </>
      )}
    </div>
  );
};

const Unread: FC<{ readonly evidence: CloseEvidence }> = ({ evidence }) => {
  const sentence = useText();
  const why = (kind: keyof CloseEvidence, listing: Listing<unknown>) =>
    isKnown(listing) ? null : <p>{sentence(whyUnknown(kind, listing))}</p>;
  return (
    <>
      {why('pods', evidence.pods)}
      {why('events', evidence.events)}
    </>
  );
};
