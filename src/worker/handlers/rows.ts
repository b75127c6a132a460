import type { RowsPage } from '../../core/data/rowsPage.ts';
import { ColumnBudget } from '../../core/read/columnBudget.ts';
import { LocalSource } from '../../core/read/localSource.ts';
import type { HandlerRun } from '../../shared/rpc.ts';
import type { WorkerMethods } from '../../shared/workerProtocol.ts';
import type { SessionCache } from '../sessionCache.ts';

type Rows = WorkerMethods['rows'];

/** A page of rows of one side, at once when the comparison is kept open. A page that nobody waits for any more does not close it. */
export async function rows(
  kept: SessionCache,
  { spec, engine, side, query }: Rows['params'],
  { signal }: HandlerRun<Rows['progress']>,
): Promise<RowsPage> {
  const answer = await kept.use(
    spec,
    engine,
    signal,
    () => {},
    async (opened) => {
      try {
        const table = opened[side];
        if (table === null) throw new Error('There is no reference.');
        return await new LocalSource(table, new ColumnBudget(opened.bufferBytes)).rows(query, signal);
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') return error;
        throw error;
      }
    },
  );
  if (answer instanceof Error) throw answer;
  return answer;
}
