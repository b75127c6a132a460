import { inspect as inspectTables } from '../../core/pipeline/inspect.ts';
import { ColumnBudget } from '../../core/read/columnBudget.ts';
import type { ColumnInspection } from '../../core/roles/inspectColumns.ts';
import type { HandlerRun } from '../../shared/rpc.ts';
import type { WorkerMethods } from '../../shared/workerProtocol.ts';
import type { SessionCache } from '../sessionCache.ts';

type Inspect = WorkerMethods['inspect'];

/** Tells which columns an evaluation would take for what. The files stay open for the evaluation that follows. */
export async function inspect(
  kept: SessionCache,
  { spec, engine }: Inspect['params'],
  { signal, progress }: HandlerRun<Inspect['progress']>,
): Promise<ColumnInspection> {
  const opening = (item: string): void => progress({ stage: 'opening', done: 0, total: 0, item });
  return kept.use(spec, engine, signal, opening, ({ reference, current, bufferBytes }) => {
    progress({ stage: 'profiling', done: 0, total: 0, item: current.info.label });
    return inspectTables(spec, { reference, current }, { signal, progress, budget: new ColumnBudget(bufferBytes) });
  });
}
