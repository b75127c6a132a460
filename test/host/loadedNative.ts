import { readFileSync } from 'node:fs';

/** Whether the engine's native library is in this process (the worker is a thread of it); null where the system does not say. */
export function engineIsLoaded(): boolean | null {
  try {
    return /duckdb\.node/.test(readFileSync('/proc/self/maps', 'utf8'));
  } catch {
    return null;
  }
}
