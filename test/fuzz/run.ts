import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../harness/prepare.mjs';
import { repo } from '../harness/repo.mjs';
import { fuzz } from './fuzz.ts';

/** `npm run fuzz -- --minutes N [--seed S] [--cases N]`: broken files and random specs through the worker. Failed cases are kept in out/fuzz/SEED. */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, cases: { type: 'string' } },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const cases = values.cases === undefined ? Number.POSITIVE_INFINITY : Number(values.cases);
if (process.env.DRIFTBOOK_BUILT !== '1') await prepare();
const say = (line: string): void => console.log(line);
say(`seed ${seed}`);
const result = await fuzz({ seed, cases, milliseconds: Number(values.minutes) * 60_000, keep: join(repo, 'out/fuzz'), log: say });
say('\noutcome and how often');
for (const [outcome, count] of [...result.outcomes].sort((a, b) => b[1] - a[1])) say(`  ${String(count).padStart(8)}  ${outcome}`);
say('\na message of each kind, after its seed');
for (const message of [...result.said.values()].sort()) say(`  ${message}`);
say(
  `\n${result.cases} cases, slowest ${Math.round(result.slowestMs)} ms (seed ${result.slowestSeed}), most memory ${Math.round(result.mostRssMb)} MB, ${result.problems.length} problems`,
);
for (const { seed: failed, problem } of result.problems) say(`  seed ${failed}: ${problem.split('\n')[0]}`);
process.exitCode = result.problems.length > 0 ? 1 : 0;
