import { analyse } from '../../core/drift/analyse.ts';
import type { Report } from '../../core/report/report.ts';
import { openComparison } from '../../engine/openComparison.ts';
import type { HandlerRun } from '../../shared/rpc.ts';
import type { WorkerMethods } from '../../shared/workerProtocol.ts';

type Compare = WorkerMethods['compare'];

/** Part of the memory limit for column buffers; DuckDB has half of the limit, and it and Node themselves want the rest. */
const bufferShare = 0.3;

/** Opens both datasets, analyses them and closes them again, whatever happens. */
export async function compare(
  { spec, engine, version }: Compare['params'],
  { signal, progress }: HandlerRun<Compare['progress']>,
): Promise<Report> {
  const opening = (item: string): void => progress({ stage: 'opening', done: 0, total: 0, item });
  const comparison = await openComparison(spec, engine, signal, opening);
  try {
    const { reference, current, notes } = comparison;
    const budgetBytes = engine.memoryLimitMb * bufferShare * 1024 * 1024;
    return await analyse(spec, { reference, current }, { signal, progress, notes, version, now: Date.now, budgetBytes });
  } finally {
    await comparison.close();
  }
}
