/**
 * A dump served as a read-only cluster, by the embedded API server: the same lists, watches, tables
 * and refusals, without operators. Its clock stands at the newest moment in the dump, so that ages
 * and "since when" are those of the time it was taken.
 */
import type { ApiServer } from '../api-server/startApiServer';
import { startApiServer } from '../api-server/startApiServer';
import { DumpAccess } from './DumpAccess';
import type { Dump } from './readDump';

/** Starts on any free port of this machine. */
export function startDumpServer(dump: Dump): Promise<ApiServer> {
  const { newest } = dump;
  return startApiServer({
    objects: dump.objects,
    access: new DumpAccess(dump),
    ...(newest === undefined ? {} : { now: () => new Date(newest) }),
  });
}
