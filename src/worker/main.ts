import { parentPort, workerData } from 'node:worker_threads';
import { Rpc } from '../shared/rpc.ts';
import type { WorkerMethods } from '../shared/workerProtocol.ts';
import { closeFiles, filesClosed } from './closing.ts';
import { compare } from './handlers/compare.ts';
import { inspect } from './handlers/inspect.ts';
import { rows } from './handlers/rows.ts';
import { KeptComparison } from './keptComparison.ts';
import { portChannel } from './portChannel.ts';
import type { WorkerStart } from './workerStart.ts';

if (parentPort === null) throw new Error('worker/main is the entry of a worker thread.');

const port = parentPort;
const { keepMs } = workerData as WorkerStart;
const kept = new KeptComparison(keepMs);
const rpc = new Rpc<WorkerMethods, Record<never, never>>(portChannel(port));
rpc.handle('compare', (params, run) => compare(kept, params, run));
rpc.handle('inspect', (params, run) => inspect(kept, params, run));
rpc.handle('rows', (params, run) => rows(kept, params, run));
port.on('message', (message) => {
  if (message === closeFiles) void kept.close().finally(() => port.postMessage(filesClosed));
});
