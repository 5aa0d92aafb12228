/**
 * Why a request never reached the API server, as a person says it: the codes of Node's sockets, of its
 * resolver and of OpenSSL's certificate checks (node doc/api/errors, doc/api/tls).
 */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nothing listens there (connection refused)'],
  ['ECONNRESET', 'it broke the connection off'],
  ['EHOSTUNREACH', 'there is no route to it'],
  ['ENETUNREACH', 'there is no route to it'],
  ['ENOTFOUND', 'its name cannot be resolved'],
  ['EAI_AGAIN', 'its name cannot be resolved at the moment'],
  ['ETIMEDOUT', 'it does not answer (timeout)'],
  ['EPROTO', 'it does not speak TLS there'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'it does not speak TLS there'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired'],
  ['CERT_NOT_YET_VALID', 'its certificate is not valid yet: check the clock of this machine'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another host name'],
]);

/** Verification codes that all mean: not signed by the CA that the kubeconfig names. */
const UNTRUSTED: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
]);

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

/** A part of a sentence whose subject is the API server. */
export function describeFailure(error: unknown): string {
  const code = codeOf(error);
  if (UNTRUSTED.has(code)) {
    return 'its certificate is not signed by the certificate authority that the kubeconfig names';
  }
  const sentence = SENTENCES.get(code);
  if (sentence !== undefined) return sentence;
  const message = error instanceof Error ? error.message.trim() : String(error);
  return message === '' ? `it cannot be reached (${code})` : message;
}
