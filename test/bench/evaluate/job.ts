import { WorkerClient } from '../../../src/app/workerClient.ts';
import { evaluationOf } from '../../../src/core/report/evaluationOf.ts';
import { processUse } from '../processUse.ts';

/** One evaluation in processes of its own, so that its peak memory is its own. Asked by JSON in the first argument, answers with a line of JSON. */
interface Question {
  readonly worker: string;
  readonly temp: string;
  readonly threads: number;
  readonly reference: string | null;
  readonly current: string;
}

const { worker, temp, threads, reference, current } = JSON.parse(process.argv[2] ?? '') as Question;
const client = new WorkerClient(worker);
const start = performance.now();
const from = processUse([]).cpu;
let failure: string | null = null;
let measures = 0;
let slices = 0;
try {
  const report = await client.compare(
    {
      spec: { reference: reference === null ? null : { path: reference }, current: { path: current }, evaluate: {} },
      engine: { memoryLimitMb: 1024, threads, tempDirectory: temp },
      version: '0.0.0',
    },
    { signal: new AbortController().signal, onProgress: () => {} },
  );
  measures = evaluationOf(report)?.measures.filter((row) => row.current.value !== null).length ?? 0;
  slices = evaluationOf(report)?.slices?.tested ?? 0;
} catch (error) {
  failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
const wall = (performance.now() - start) / 1000;
const { cpu, peakMb } = processUse(client.pids);
console.log(JSON.stringify({ wall, cpu: cpu - from, peakMb, failure, measures, slices }));
await client.dispose();
