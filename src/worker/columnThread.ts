import type { MessagePort } from 'node:worker_threads';
import { type ColumnWorkers, ownThread } from '../core/sections/drift/compute/columnWorkers.ts';
import { Rpc } from '../shared/rpc.ts';
import type { ColumnMethods } from './columnMethods.ts';
import { portChannel } from './portChannel.ts';

/** Answers the questions of a `columnPool` on this thread. It never touches a file or DuckDB, so it may be ended at any time. */
export function columnThread(port: MessagePort): void {
  let computer: ColumnWorkers | null = null;
  const ready = (): ColumnWorkers => {
    if (computer === null) throw new Error('A column came before its job.');
    return computer;
  };
  const rpc = new Rpc<ColumnMethods, Record<never, never>>(portChannel(port));
  rpc.handle('job', async (job) => {
    computer = ownThread(job);
    return null;
  });
  rpc.handle('numbers', async (pair) => ready().numbers(pair));
  rpc.handle('categories', async (table) => ready().categories(table));
}
