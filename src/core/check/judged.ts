import type { Verdict } from './verdict.ts';

/** A verdict with nothing but what is given: the rest does not arise. */
export function judged(outcome: Verdict['outcome'], known: Partial<Verdict> = {}): Verdict {
  return { outcome, shade: null, reason: null, rowsNeeded: null, p: null, q: null, visible: null, ...known };
}
