import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeSlowTable } from '../harness/slowTable.ts';
import { runCli } from './runCli.ts';

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'driftbook-limits-'));
  await writeSlowTable(join(cwd, 'a.csv'), 40_000);
  await writeSlowTable(join(cwd, 'b.csv'), 40_000);
});
after(() => rmSync(cwd, { recursive: true, force: true }));

/** A number of /proc/PID/status. */
function statusOf(pid: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // It has just ended.
    return 0;
  }
}

/** Threads of this process's children, their children and so on. */
function threadsBelow(): number {
  const parents = new Map(
    readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? [[pid, String(statusOf(pid, 'PPid'))] as const] : [])),
  );
  const isBelow = (pid: string, seen = 0): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && seen < 20 && (parent === String(process.pid) || isBelow(parent, seen + 1));
  };
  return [...parents.keys()].filter((pid) => isBelow(pid)).reduce((sum, pid) => sum + statusOf(pid, 'Threads'), 0);
}

/** The most threads that a run has at a time. */
async function mostThreads(...more: string[]): Promise<number> {
  let most = 0;
  await runCli(['compare', 'a.csv', 'b.csv', '--quiet', ...more], {
    cwd,
    interruptWhen: () => {
      most = Math.max(most, threadsBelow());
      return false;
    },
  });
  return most;
}

test('256 threads and a terabyte are no more than the machine has', {
  skip: process.platform === 'linux' ? false : 'threads are counted in /proc',
}, async (context) => {
  const usual = await mostThreads('--threads', String(availableParallelism()));
  const asked = await mostThreads('--threads', '256', '--memory', '1048576');
  context.diagnostic(`${availableParallelism()} processors: ${usual} threads, of 256 asked for ${asked}`);
  assert.ok(usual > 0);
  // Node's own come and go.
  assert.ok(asked <= usual + 8, `${asked} threads of 256 asked for, ${usual} of ${availableParallelism()}`);
});
