import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorkerClient } from '../../src/app/workerClient.ts';
import { residentMb } from '../harness/residentMb.ts';
import { randomCase } from './randomCase.ts';
import { clear, type Verdict, verdictOf } from './verdictOf.ts';

/** The process the fuzzer lets die: runs one seed after another in one engine, which may die by itself, and tells how each ended. */
const worker = fileURLToPath(new URL('../../dist/worker.cjs', import.meta.url));
const client = new WorkerClient(worker);
let seed = 0;

export interface Told extends Verdict {
  readonly seed: number;
  readonly ms: number;
  readonly rssMb: number;
}

const tell = (verdict: Verdict, ms: number): void => {
  process.send?.({ ...verdict, seed, ms, rssMb: residentMb([process.pid, ...client.pids]) } satisfies Told);
};
process.on('unhandledRejection', (error) => tell({ outcome: 'unhandled', problem: `unhandled rejection: ${String(error)}`, said: '' }, 0));

process.on('message', async (next: number | 'end') => {
  if (next === 'end') {
    await client.dispose();
    process.exit(0);
  }
  seed = next;
  const folder = join(tmpdir(), `driftbook-fuzz-${process.pid}-${seed}`);
  const begin = performance.now();
  const verdict = await Promise.resolve()
    .then(() => verdictOf(randomCase(seed), client, folder))
    .catch((error: Error): Verdict => ({ outcome: 'adapter', problem: error.stack ?? String(error), said: '' }));
  tell(verdict, performance.now() - begin);
  await clear(folder);
});
