import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { WorkerStart } from './workerStart.ts';

// Loaded as needed: neither the process's first thread nor one that computes columns has a use for DuckDB.
if (isMainThread) {
  void import('./superviseEngine.ts').then(({ superviseEngine }) => superviseEngine(__filename, Number(process.argv[2])));
} else if (parentPort !== null) {
  const port = parentPort;
  const start = workerData as WorkerStart;
  if (start.role === 'columns') void import('./columnThread.ts').then(({ columnThread }) => columnThread(port));
  else void import('./engineThread.ts').then(({ engineThread }) => engineThread(port, start.keepMs));
}
