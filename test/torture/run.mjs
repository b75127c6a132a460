import { parseArgs } from 'node:util';
import { prepare } from '../harness/prepare.mjs';
import { runHostTests } from '../host/runInServer.mjs';

/** `npm run torture -- --steps 1000 [--seed S]`: random work, cancels and changes of files in a real extension host; prints memory before and after. */
const { values } = parseArgs({ options: { steps: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } });
const steps = Number(values.steps);
await prepare();
const count = await runHostTests({
  // A step takes about a second on a busy machine.
  limit: 5 * 60_000 + steps * 4000,
  env: { DRIFTBOOK_HOST_ONLY: 'torture', DRIFTBOOK_TORTURE_STEPS: String(steps), DRIFTBOOK_TORTURE_SEED: values.seed },
});
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
