/** A finding's message; a raw message of NMState, CNI or OVN-Kubernetes in it as a sentence, where it is known. */
import type { FC } from 'react';
import { useText } from '../console/translation';
import { decodeMessage } from '../doctor/decoders/decodeMessage';
import type { Finding } from '../doctor/model';

export const FindingText: FC<{ readonly finding: Finding }> = ({ finding }) => {
  const sentence = useText();
  const { message, quote } = finding;
  const decoded = quote && decodeMessage(quote.raw);
  if (quote === undefined || decoded === undefined) return <>{sentence(message)}</>;
  const values = { ...message.values, [quote.placeholder]: sentence(decoded.sentence) };
  return <>{sentence({ ...message, values })}</>;
};
