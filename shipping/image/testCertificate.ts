/** Certificates for tests, laid out as a mounted secret: `tls.crt` and `tls.key` behind a link that moves. */
import { chmod, mkdir, readFile, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { outputOf } from '../tools/runProgram';

/**
 * Writes a new certificate for localhost and makes it the current one, as the kubelet renews a secret.
 * @param folder where the secret is mounted
 * @param edition tells editions apart, for example 'first'
 * @returns the certificate in PEM form
 */
export async function renewCertificate(folder: string, edition: string): Promise<string> {
  const data = path.join(folder, `..${edition}`);
  await mkdir(data, { recursive: true });
  const key = path.join(data, 'tls.key');
  const certificate = path.join(data, 'tls.crt');
  await outputOf('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-batch'],
    ...['-subj', `/CN=${edition}.test`, '-keyout', key, '-out', certificate],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1'],
  ]);
  // As the chart mounts it (defaultMode 420).
  await Promise.all([key, certificate].map((file) => chmod(file, 0o644)));
  const link = path.join(folder, '..data');
  await symlink(data, `${link}.new`);
  await rename(`${link}.new`, link);
  for (const name of ['tls.crt', 'tls.key']) {
    await symlink(path.join('..data', name), path.join(folder, name)).catch(() => undefined);
  }
  return readFile(certificate, 'utf8');
}
