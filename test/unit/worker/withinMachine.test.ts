import assert from 'node:assert/strict';
import { availableParallelism, totalmem } from 'node:os';
import { test } from 'node:test';
import { withinMachine } from '../../../src/worker/withinMachine.ts';

const machine = { memoryMb: 8192, processors: 4 };
const asked = { memoryLimitMb: 1024, threads: 2, tempDirectory: '/t' };

test('what is within the machine is given as asked', () => {
  assert.deepEqual(withinMachine(asked, machine), asked);
  const cache = { directory: '/c', limitMb: 1_048_576 };
  assert.deepEqual(withinMachine({ ...asked, cache }, machine), { ...asked, cache });
});

test('no more than 80 % of the memory, and one thread a processor', () => {
  const { memoryLimitMb, threads } = withinMachine({ ...asked, memoryLimitMb: 1_048_576, threads: 256 }, machine);
  assert.deepEqual([memoryLimitMb, threads], [6553, 4]);
  const here = withinMachine({ ...asked, memoryLimitMb: 1_048_576, threads: 256 });
  assert.equal(here.threads, availableParallelism());
  assert.ok(here.memoryLimitMb <= (0.8 * totalmem()) / 2 ** 20 && here.memoryLimitMb > 0);
});
