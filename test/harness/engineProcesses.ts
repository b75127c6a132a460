import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of the engines that a process started, from the oldest; null where the system does not list processes (all but Linux). */
export function engineProcesses(parent = process.pid): number[] | null {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && isEngine(name, parent))
      .map(Number)
      .sort((a, b) => a - b);
  } catch {
    return null;
  }
}

function isEngine(pid: string, parent: number): boolean {
  try {
    // The name in brackets may hold anything; state and parent follow it.
    const [state, of] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state !== 'Z' && Number(of) === parent && /\/worker\.cjs\0/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    // It ended meanwhile.
    return false;
  }
}
