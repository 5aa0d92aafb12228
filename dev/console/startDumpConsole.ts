/** The development console on a dump: what is in it as a read-only cluster, in the same pages. */
import type { Dump } from '../dump/readDump';
import { startDumpServer } from '../dump/startDumpServer';
import { startDevConsole } from './server';

export interface DumpConsole {
  /** The console. */
  readonly url: string;
  /** The API server behind it. */
  readonly apiUrl: string;
  close(): Promise<void>;
}

interface Place {
  readonly port: number;
  readonly host: string;
  /** The console to play, a key of `consoleLines`. */
  readonly line?: string;
}

const covered = ({ onlyNamespaces }: Dump): string =>
  onlyNamespaces === undefined
    ? 'What is not in it is unknown.'
    : `It covers only the namespaces ${[...onlyNamespaces].sort().join(', ')}; the rest is unknown.`;

/** @throws when a build is missing or the port is taken (`EADDRINUSE`) */
export async function startDumpConsole(dump: Dump, place: Place): Promise<DumpConsole> {
  const { newest } = dump;
  const taken =
    newest === undefined
      ? ''
      : ` of ${new Date(newest).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const apiServer = await startDumpServer(dump);
  try {
    const devConsole = await startDevConsole({
      apiServer,
      ...place,
      users: [{ name: 'dump' }],
      notice: {
        title: `A dump${taken}, read only.`,
        sentences: [covered(dump)],
      },
      ...(newest === undefined ? {} : { now: newest }),
    });
    return {
      url: devConsole.url,
      apiUrl: apiServer.url,
      close: async () => {
        await devConsole.close();
        await apiServer.close();
      },
    };
  } catch (error) {
    await apiServer.close();
    throw error;
  }
}
