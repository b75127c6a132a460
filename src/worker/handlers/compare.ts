import { analyse } from '../../core/drift/analyse.ts';
import type { Report } from '../../core/report/report.ts';
import type { HandlerRun } from '../../shared/rpc.ts';
import type { WorkerMethods } from '../../shared/workerProtocol.ts';
import type { KeptComparison } from '../keptComparison.ts';

type Compare = WorkerMethods['compare'];

/** Part of the memory limit for column buffers; DuckDB has half of the limit, and it and Node themselves want the rest. */
const bufferShare = 0.3;

/** Analyses both datasets, opening them unless they are kept open. They are closed again when that fails or is cancelled, else kept for a while. */
export function compare(
  kept: KeptComparison,
  { spec, engine, version, previews = false }: Compare['params'],
  { signal, progress }: HandlerRun<Compare['progress']>,
): Promise<Report> {
  const opening = (item: string): void => progress({ stage: 'opening', done: 0, total: 0, item });
  return kept.use(spec, engine, signal, opening, ({ reference, current, notes }) => {
    const budgetBytes = engine.memoryLimitMb * bufferShare * 1024 * 1024;
    const run = { signal, progress, notes, version, now: Date.now, budgetBytes };
    return analyse(
      spec,
      { reference, current },
      previews ? { ...run, preview: (report, columns) => progress({ preview: report, ...columns }) } : run,
    );
  });
}
