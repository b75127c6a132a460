import { parseArgs } from 'node:util';
import { prepare } from '../harness/prepare.mjs';
import { runHostTests } from '../host/runInServer.mjs';

/**
 * `npm run torture -- --steps 1000 [--seed S]`: random work, cancels and changes of files in a real extension host; prints memory before and after.
 * `npm run torture -- --kills 100 [--seed S]`: the engine's process is killed at as many moments of a run.
 */
const { values } = parseArgs({
  options: { steps: { type: 'string', default: '1000' }, kills: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const steps = Number(values.kills ?? values.steps);
const asked =
  values.kills === undefined
    ? { DRIFTBOOK_HOST_ONLY: 'torture', DRIFTBOOK_TORTURE_STEPS: values.steps }
    : { DRIFTBOOK_HOST_ONLY: 'engine killed', DRIFTBOOK_KILLS: values.kills };
await prepare();
const count = await runHostTests({
  // A step takes about a second on a busy machine, a kill with what goes on beside it several.
  limit: 5 * 60_000 + steps * (values.kills === undefined ? 4000 : 15_000),
  env: { ...asked, DRIFTBOOK_TORTURE_SEED: values.seed },
});
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
