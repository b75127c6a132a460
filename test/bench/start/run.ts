/**
 * `npm run bench:start`: how long the engine's process takes from its start to its first answer (the process, its thread, the native library loaded),
 * and a question to one that runs takes there and back, beside a plain Node process that only answers. Medians of 20 rounds (`--rounds N`), in turn, so
 * that other work on the machine meets all alike. Nothing is asserted.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WorkerClient } from '../../../src/app/workerClient.ts';
import { bundledWorker } from '../jobs.ts';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const plain = fileURLToPath(new URL('plain.cjs', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'driftbook-bench-'));
const worker = await bundledWorker(folder);
const absent = join(folder, 'absent.csv');
const question = {
  spec: { reference: { path: absent }, current: { path: absent } },
  engine: { memoryLimitMb: 512, threads: 2, tempDirectory: folder },
  version: '0.0.0',
};

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** A question that is answered before any file is opened. */
const ask = (client: WorkerClient): Promise<unknown> => client.compare(question).catch((error: Error) => error);

/** There and back with a process of Node that does nothing else, from its start. */
async function plainStart(): Promise<number> {
  const begin = performance.now();
  const child = fork(plain, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
  await new Promise((answered) => {
    child.once('message', answered);
    child.send(1);
  });
  const took = performance.now() - begin;
  child.kill();
  return took;
}

const times = { plain: [] as number[], engine: [] as number[], question: [] as number[] };
for (let round = 0; round < Number(options.rounds); round++) {
  times.plain.push(await plainStart());
  const client = new WorkerClient(worker);
  times.engine.push(await milliseconds(() => ask(client)));
  for (let i = 0; i < 5; i++) times.question.push(await milliseconds(() => ask(client)));
  await client.dispose();
}
const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
const spread = (all: readonly number[]): string => {
  const sorted = [...all].sort((a, b) => a - b);
  return `median ${median(all).toFixed(1)} ms of ${all.length} (${sorted[0]?.toFixed(1)} to ${sorted.at(-1)?.toFixed(1)})`;
};
console.log(`a plain Node process, from its start to its first answer: ${spread(times.plain)}`);
console.log(`the engine's process, from its start to its first answer: ${spread(times.engine)}`);
console.log(`÷ the plain process: ${(median(times.engine) / median(times.plain)).toFixed(2)}`);
console.log(`a question to an engine that runs, there and back: ${spread(times.question)}`);
await rm(folder, { recursive: true, force: true });
