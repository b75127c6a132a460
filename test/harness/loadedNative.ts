import { readFileSync } from 'node:fs';

/** Whether DuckDB's native library is in a process; null where the system does not say (all but Linux), or when the process is gone. */
export function duckdbIsLoaded(pid = process.pid): boolean | null {
  try {
    return /duckdb\.node/.test(readFileSync(`/proc/${pid}/maps`, 'utf8'));
  } catch {
    return null;
  }
}
