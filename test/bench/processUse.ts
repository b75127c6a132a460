import { readFileSync } from 'node:fs';

export interface ProcessUse {
  /** Processor seconds. */
  readonly cpu: number;
  readonly peakMb: number;
}

/**
 * Processor time and peak memory of this process and of others together, since each began: the engine works in a process of its own. Peaks are
 * added though they may come at different times. Where the system does not tell of other processes (all but Linux) only this one counts.
 */
export function processUse(pids: readonly number[]): ProcessUse {
  const { user, system } = process.cpuUsage();
  let cpu = (user + system) / 1e6;
  let peakMb = process.resourceUsage().maxRSS / 1024;
  for (const pid of pids) {
    try {
      // Fields 14 and 15 of the line, in hundredths of seconds; the name in brackets may hold anything.
      const times = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .slice(11, 13)
        .map(Number);
      cpu += times.reduce((sum, ticks) => sum + ticks, 0) / 100;
      peakMb += Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {}
  }
  return { cpu, peakMb };
}
