// Writes runs until it is killed: run with tsx. Arguments: the driftbook.
import { RunStore } from '../../../../src/app/runs/runStore.ts';
import { makeRun } from './makeRun.ts';

const store = new RunStore(process.argv[2]);
process.stdout.write('ready\n');
for (;;) {
  const run = makeRun({ columns: 200 });
  await store.keep(run);
  process.stdout.write(`${run.id}\n`);
}
