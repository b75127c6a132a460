import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyse } from '../../src/core/pipeline/analyse.ts';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import { openComparison } from '../../src/engine/openComparison.ts';
import { bikeBaseline, bikeZip } from '../tools/bikeBaseline.mjs';

const skip = existsSync(bikeZip) ? false : 'needs ../shared/data/evidently_bike_sharing_dataset.zip';

test('bike sharing: the means of 2011 say too little of 2012', { skip }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'driftbook-bike-'));
  try {
    for (const [name, text] of Object.entries(await bikeBaseline())) await writeFile(join(folder, name), text);
    const spec = { reference: { path: join(folder, 'bike-2011.csv') }, current: { path: join(folder, 'bike-2012.csv') }, evaluate: {} };
    const { signal } = new AbortController();
    const opened = await openComparison(spec, { memoryLimitMb: 512, threads: 2, tempDirectory: join(folder, 'temp') }, signal, () => {});
    try {
      const budgetBytes = 128 * 1024 * 1024;
      const run = { signal, progress: () => {}, notes: opened.notes, version: '0.0.0', now: Date.now, budgetBytes };
      const report = await analyse(spec, opened, run);
      const { findings } = report;
      const evaluation = evaluationOf(report);
      assert.equal(evaluation?.columns.task, 'regression');
      assert.equal(evaluation.columns.target.column, 'cnt');
      assert.equal(evaluation.columns.prediction.column, 'prediction');
      // Python 3.11, statistics.mean over csv.DictReader of the two files: mean of |cnt - prediction| and of prediction - cnt.
      const of = (name: string) => evaluation.measures.find(({ current }) => current.name === name);
      const close = (value: number | null | undefined, expected: number): void =>
        assert.ok(Math.abs((value ?? Number.NaN) - expected) < 1e-9 * Math.abs(expected), `${value} is not ${expected}`);
      close(of('mae')?.reference?.value, 55.28490919606709);
      close(of('mae')?.current.value, 108.83005495763682);
      close(of('bias')?.current.value, -91.85818410808335);
      assert.equal(of('mae')?.verdict, 'fail');
      assert.ok(
        findings.some(({ code, column, values }) => code === 'performance/drop' && column === 'prediction' && values?.measure === 'mae'),
      );
    } finally {
      await opened.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
