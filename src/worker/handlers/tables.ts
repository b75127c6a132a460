import { listTables } from '../../engine/listTables.ts';
import type { HandlerRun } from '../../shared/rpc.ts';
import type { WorkerMethods } from '../../shared/workerProtocol.ts';

type Tables = WorkerMethods['tables'];

/** Names of the tables of a database. */
export function tables(
  { path, suffixes, engine }: Tables['params'],
  { signal }: HandlerRun<Tables['progress']>,
): Promise<readonly string[]> {
  return listTables(path, suffixes, engine, signal);
}
