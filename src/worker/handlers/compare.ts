import { analyse } from '../../core/pipeline/analyse.ts';
import { SortSpace } from '../../core/read/sortedSide.ts';
import type { Report } from '../../core/report/report.ts';
import { type ColumnWorkersFactory, ownBuffer, ownThread } from '../../core/sections/drift/compute/columnWorkers.ts';
import type { HandlerRun } from '../../shared/rpc.ts';
import type { WorkerMethods } from '../../shared/workerProtocol.ts';
import { columnPool, sharedBuffer } from '../columnPool.ts';
import type { SessionCache } from '../sessionCache.ts';

type Compare = WorkerMethods['compare'];

/** Values (rows × columns of both sides) below which further threads take longer to start than they save. */
const fewValues = 50_000;
/** Bytes a thread takes beside its buffers. */
const threadBytes = 12 * 1024 * 1024;

/** Analyses both datasets, opening them unless they are kept open. They are closed again when that fails or is cancelled, else kept for a while. */
export function compare(
  kept: SessionCache,
  { spec, engine, version, previews = false }: Compare['params'],
  { signal, progress }: HandlerRun<Compare['progress']>,
): Promise<Report> {
  const opening = (item: string): void => progress({ stage: 'opening', done: 0, total: 0, item });
  return kept.use(spec, engine, signal, opening, ({ reference, current, notes, bufferBytes }) => {
    const values = [reference, current].reduce((sum, table) => sum + (table === null ? 0 : table.info.rows * table.info.columns.length), 0);
    const alone = values < fewValues || typeof __filename !== 'string';
    const computer: ColumnWorkersFactory = (job) => {
      // Two columns at least must fit beside what the threads sort in; one thread must do otherwise.
      const columnBytes = 8 * (job.numbers.reference.rows + job.numbers.current.rows);
      const perLane = SortSpace.bytes(job.numbers.reference, job.numbers.current) + threadBytes + columnBytes;
      const lanes = Math.max(1, Math.min(Math.floor(engine.threads), Math.floor(bufferBytes / perLane)));
      if (alone) return ownThread(job);
      const pool = columnPool(__filename, lanes, job);
      signal.addEventListener('abort', () => pool.close());
      return pool;
    };
    const buffer = alone ? ownBuffer : sharedBuffer;
    const run = { signal, progress, notes, version, now: Date.now, budgetBytes: bufferBytes, buffer, computer };
    return analyse(
      spec,
      { reference, current },
      previews ? { ...run, preview: (report, columns) => progress({ preview: report, ...columns }) } : run,
    );
  });
}
