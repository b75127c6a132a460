import type { MessagePort } from 'node:worker_threads';
import { Rpc } from '../shared/rpc.ts';
import type { WorkerMethods } from '../shared/workerProtocol.ts';
import { closeFiles, filesClosed } from './engineMessages.ts';
import { compare } from './handlers/compare.ts';
import { inspect } from './handlers/inspect.ts';
import { rows } from './handlers/rows.ts';
import { KeptComparison } from './keptComparison.ts';
import { portChannel } from './portChannel.ts';

/** Serves the engine's requests on this thread; an opened comparison is kept `keepMs` after its last use. */
export function engineThread(port: MessagePort, keepMs: number): void {
  const kept = new KeptComparison(keepMs);
  const rpc = new Rpc<WorkerMethods, Record<never, never>>(portChannel(port));
  rpc.handle('compare', (params, run) => compare(kept, params, run));
  rpc.handle('inspect', (params, run) => inspect(kept, params, run));
  rpc.handle('rows', (params, run) => rows(kept, params, run));
  port.on('message', (message) => {
    if (message !== closeFiles) return;
    rpc.dispose();
    void rpc
      .idle()
      .then(() => kept.close())
      .finally(() => port.postMessage(filesClosed));
  });
}
