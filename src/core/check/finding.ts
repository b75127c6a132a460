import type { CheckSeverity } from './check.ts';

export type FindingCode =
  | 'drift/distribution'
  | 'drift/chunk'
  /** A single day or hour. */
  | 'drift/block'
  | 'drift/missing'
  | 'quality/missing-column'
  | 'quality/type-changed'
  | 'quality/not-tested'
  | 'quality/new-categories'
  /** A measure beyond its floor or ceiling. */
  | 'performance/limit'
  /** Significantly worse than in reference, by more than is allowed. */
  | 'performance/drop'
  | 'performance/calibration'
  | 'performance/slice'
  | 'performance/estimate'
  | 'performance/fairness';

/** A failed check as data. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: CheckSeverity;
  readonly column: string;
  /** Name of the first chunk concerned, or null for the whole. */
  readonly chunk: string | null;
  readonly value: number | null;
  readonly limit: number | null;
  readonly q: number | null;
  /** Performance: code of the measure or gap, and other numbers for the sentence. */
  readonly values?: Readonly<Record<string, string | number | null>>;
}
