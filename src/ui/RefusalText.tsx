/** What the API server or another program refused: a sentence and what to do where it is known, else its words. */
import type { FC } from 'react';
import { useText } from '../console/translation';
import { decodeMessage } from '../doctor/decoders/decodeMessage';
import { RawMessage } from './RawMessage';

export const RefusalText: FC<{ readonly message: string }> = ({ message }) => {
  const sentence = useText();
  const decoded = decodeMessage(message);
  if (decoded === undefined) return <>{message}</>;
  return (
    <>
      <p>{sentence(decoded.sentence)}</p>
      <p>{sentence(decoded.fix)}</p>
      <RawMessage raw={message} />
    </>
  );
};
