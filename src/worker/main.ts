import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerStart } from './workerStart.ts';

if (parentPort === null) throw new Error('worker/main is the entry of a worker thread.');

const port = parentPort;
const start = workerData as WorkerStart;
// Loaded as needed: a thread that computes columns has no use for DuckDB.
if (start.role === 'columns') void import('./columnThread.ts').then(({ columnThread }) => columnThread(port));
else void import('./engineThread.ts').then(({ engineThread }) => engineThread(port, start.keepMs));
