import type { Check, CheckResult } from './check.ts';
import type { Measurement } from './measurement.ts';
import type { Verdict } from './verdict.ts';

/** The result of a check on a measurement: it asks of the whole of what the measurement is about, whichever chunk carries the answer. */
export function checked(
  { family = null, ...asked }: Pick<Check, 'id' | 'bound' | 'severity'> & { readonly family?: string | null },
  measurement: Measurement,
  verdict: Verdict,
  since: number | null = null,
): CheckResult {
  const { measure, at, subject } = measurement;
  return { check: { ...asked, measure, at, subject: { ...subject, chunk: null }, family }, measurement, verdict, since };
}
