import { readFileSync } from 'node:fs';

/** Memory of some processes together; where the system does not tell (all but Linux) that of this one. */
export function residentMb(pids: readonly number[]): number {
  let sum = 0;
  for (const pid of pids) {
    try {
      sum += Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {}
  }
  return sum > 0 ? sum : process.memoryUsage().rss / 2 ** 20;
}
