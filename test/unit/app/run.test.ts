import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../../src/app/run.ts';
import type { WorkerClient } from '../../../src/app/workerClient.ts';
import type { Progress } from '../../../src/core/data/progress.ts';
import type { Report } from '../../../src/core/report/report.ts';

test('of a stage of a thousand words the first is told, the last, and few between', async () => {
  const engine = {
    compare: async (_request: unknown, { onProgress }: { onProgress: (progress: Progress) => void }) => {
      for (let done = 0; done <= 1000; done++) onProgress({ stage: 'columns', done, total: 1000, item: null });
      return {} as Report;
    },
  } as unknown as WorkerClient;
  const told: number[] = [];
  const request = {
    spec: { reference: null, current: { path: 'a.csv' } },
    engine: { memoryLimitMb: 64, threads: 1, tempDirectory: '/tmp' },
    version: '0.0.0',
  };
  await run(engine, request, { signal: new AbortController().signal, onProgress: ({ done }) => told.push(done) });
  assert.deepEqual([told[0], told.at(-1)], [0, 1000]);
  assert.ok(told.length < 100, `${told.length} were told`);
});
