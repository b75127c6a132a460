import type { MessagePort } from 'node:worker_threads';
import { Rpc } from '../shared/rpc.ts';
import type { EngineOptions, WorkerMethods } from '../shared/workerProtocol.ts';
import { closeFiles, filesClosed } from './engineMessages.ts';
import { compare } from './handlers/compare.ts';
import { inspect } from './handlers/inspect.ts';
import { rows } from './handlers/rows.ts';
import { tables } from './handlers/tables.ts';
import { portChannel } from './portChannel.ts';
import { SessionCache } from './sessionCache.ts';
import { withinMachine } from './withinMachine.ts';

/** Serves the engine's requests on this thread; an opened comparison is kept `keepMs` after its last use. */
export function engineThread(port: MessagePort, keepMs: number): void {
  const kept = new SessionCache(keepMs);
  const rpc = new Rpc<WorkerMethods, Record<never, never>>(portChannel(port));
  // Whoever asks, and whatever for.
  const bounded = <P extends { readonly engine: EngineOptions }>(params: P): P => ({ ...params, engine: withinMachine(params.engine) });
  rpc.handle('compare', (params, run) => compare(kept, bounded(params), run));
  rpc.handle('inspect', (params, run) => inspect(kept, bounded(params), run));
  rpc.handle('tables', (params, run) => tables(bounded(params), run));
  rpc.handle('rows', (params, run) => rows(kept, bounded(params), run));
  port.on('message', (message) => {
    if (message !== closeFiles) return;
    rpc.dispose();
    void rpc
      .idle()
      .then(() => kept.close())
      .finally(() => port.postMessage(filesClosed));
  });
}
