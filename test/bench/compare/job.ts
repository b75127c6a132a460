import { WorkerClient } from '../../../src/app/workerClient.ts';
import { driftOf } from '../../../src/core/report/sectionOf.ts';
import { processUse } from '../processUse.ts';

/** One comparison in processes of its own, so that its peak memory is its own. Asked by JSON in the first argument, answers with a line of JSON. */
interface Question {
  readonly worker: string;
  readonly temp: string;
  readonly memoryLimitMb: number;
  readonly threads: number;
  readonly reference: string;
  readonly current: string;
  /** Chunks along time as the product cuts them, or none. */
  readonly chunks: boolean;
  /** `compare` to the end; `cancel` at the first sign of the named stage; `ready`: the engine's first answer. */
  readonly what: 'compare' | 'ready' | { readonly cancel: 'profiling' | 'columns' };
}

const { worker, temp, memoryLimitMb, threads, reference, current, chunks, what } = JSON.parse(process.argv[2] ?? '') as Question;
const client = new WorkerClient(worker);
const params = {
  spec: { reference: { path: reference }, current: { path: current }, chunk: { by: chunks ? ('auto' as const) : ('none' as const) } },
  engine: { memoryLimitMb, threads, tempDirectory: temp },
  version: '0.0.0',
};
const stop = new AbortController();
let stopped = 0;
const start = performance.now();
const from = processUse([]).cpu;
let failure: string | null = null;
let columns = 0;
try {
  const report = await client.compare(
    what === 'ready' ? { ...params, spec: { ...params.spec, reference: { path: `${reference}.none` } } } : params,
    {
      signal: stop.signal,
      onProgress: ({ stage }) => {
        if (typeof what !== 'object' || stage !== what.cancel || stopped > 0) return;
        stopped = performance.now();
        stop.abort();
      },
    },
  );
  columns = driftOf(report).summary.tested;
} catch (error) {
  failure = error instanceof Error ? error.name : String(error);
}
const end = performance.now();
const { cpu, peakMb } = processUse(client.pids);
console.log(
  JSON.stringify({
    wall: (end - start) / 1000,
    cpu: cpu - from,
    peakMb,
    afterCancel: stopped > 0 ? (end - stopped) / 1000 : null,
    failure,
    columns,
  }),
);
await client.dispose();
