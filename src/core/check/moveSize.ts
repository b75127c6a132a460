import { reachesLimit } from './reachesLimit.ts';
import type { Severity } from './verdict.ts';

/** Size of an alert by its effect: minor below 0.10, moderate below 0.20, major from there. */
export function moveSize(effect: number): Severity {
  if (reachesLimit(effect, 0.2)) return 'major';
  return reachesLimit(effect, 0.1) ? 'moderate' : 'minor';
}
