/**
 * `npm run bench:calibration`: false alarms, power and false discoveries of the default options, end to end: files are written, compared by the worker
 * as it is shipped (chunks as chosen by default unless a design names them), and its reports are counted. `--quick` takes a tenth of the reports;
 * `--only TEXT` the designs whose name holds it; `--scale X` that part of the reports; `--data FOLDER` is where public data lies (`../shared/data`). Exit code 1 when a limit is missed.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WorkerClient } from '../../../src/app/workerClient.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { ComparisonSpec } from '../../../src/core/spec/spec.ts';
import { bundledWorker } from '../jobs.ts';
import { type Ask, designs, type Measured } from './designs.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string' },
    scale: { type: 'string' },
    lanes: { type: 'string' },
    data: { type: 'string' },
  },
});
const data = options.data ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const scale = Number(options.scale ?? (options.quick ? 0.1 : 1));
const fewest = 4;

/** Runs work on several lanes, each with a worker and a folder of its own. */
async function onLanes(worker: string, lanes: number, count: number, work: (i: number, ask: Ask) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'driftbook-calibration-'));
      const temp = join(folder, 'temp');
      await mkdir(temp);
      const client = new WorkerClient(worker, { keepMs: 0 });
      const compare = (reference: string, current: string, spec: Partial<ComparisonSpec> = {}): Promise<Report> =>
        client.compare({
          spec: { reference: { path: reference }, current: { path: current }, ...spec },
          engine: { memoryLimitMb: 512, threads: 1, tempDirectory: temp },
          version: '0.0.0',
        });
      try {
        while (next < count) await work(next++, { folder, data, compare });
      } finally {
        await client.dispose();
        await rm(folder, { recursive: true, force: true });
      }
    }),
  );
}

const percent = (x: number): string => `${(100 * x).toFixed(x < 0.01 ? 2 : 1)} %`;
const written = ({ measured, unit }: Measured, value = measured): string => (unit === 'share' ? percent(value) : value.toFixed(2));

async function measure(worker: string): Promise<void> {
  const lanes = Number(options.lanes ?? Math.min(2, availableParallelism()));
  let missed = 0;
  let all = 0;
  for (const design of designs) {
    if (options.only !== undefined && !design.name.includes(options.only)) continue;
    const missing = design.needs?.find((file) => !existsSync(join(data, file)));
    if (missing !== undefined) {
      console.log(`${design.name}: left out, needs ${join(data, missing)} (--data FOLDER)`);
      continue;
    }
    const started = performance.now();
    const reports = Math.max(fewest, Math.round(design.reports * scale));
    const counted = design.start();
    await onLanes(worker, lanes, reports, (i, ask) => counted.report(i, ask));
    const seconds = (performance.now() - started) / 1000;
    for (const one of counted.measured()) {
      const met = one.at === 'most' ? one.measured <= one.limit : one.measured >= one.limit;
      if (!met) missed++;
      all++;
      console.log(
        `${`${design.name}, ${reports}`.padEnd(64)} ${one.what.padEnd(34)} at ${one.at.padEnd(5)} ${written(one, one.limit).padStart(7)}  measured ${written(one).padStart(7)}  ${one.before === undefined ? '' : `row by row ${written(one, one.before).padStart(7)}  `}${met ? 'met' : 'MISSED'}`,
      );
    }
    console.log(`${''.padEnd(64)} ${seconds.toFixed(0)} s by the clock`);
  }
  console.log(`${all - missed} met, ${missed} missed`);
  if (missed > 0) process.exitCode = 1;
}

const home = await mkdtemp(join(tmpdir(), 'driftbook-calibration-worker-'));
try {
  await measure(await bundledWorker(home));
} finally {
  await rm(home, { recursive: true, force: true });
}
