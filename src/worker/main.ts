import { parentPort } from 'node:worker_threads';
import { Rpc } from '../shared/rpc.ts';
import type { WorkerMethods } from '../shared/workerProtocol.ts';
import { compare } from './handlers/compare.ts';
import { portChannel } from './portChannel.ts';

if (parentPort === null) throw new Error('worker/main is the entry of a worker thread.');

const rpc = new Rpc<WorkerMethods, Record<never, never>>(portChannel(parentPort));
rpc.handle('compare', compare);
