import type { CheckResult } from './check.ts';

/** A limit that a check of a driftbook comes to: what was written, with what it is held against put in. */
export interface AskedLimit {
  readonly side: 'min' | 'max' | 'equals';
  /** In the unit of the measure. */
  readonly value: number;
  /** What was written that it comes from. */
  readonly from: 'min' | 'max' | 'equals' | 'max_drop' | 'max_rise' | 'max_ratio' | 'percentile' | 'band';
  /** What it is held against (the value of reference, of the run before, what kept runs give); null: nothing. */
  readonly base: number | null;
}

/** What became of a check of a driftbook, as tests and diagnostics take it. Of the calibrated checks `asked` is null. */
export interface AskedResult extends CheckResult {
  /** Position among the checks of its cell; null: the cell has none, and this is one of its calibrated ones. */
  readonly asked: number | null;
  readonly limits: readonly AskedLimit[];
  /** The limit that is broken, or may be. */
  readonly broken: AskedLimit | null;
  /** Silence in force: a breach is told, and is no alarm. */
  readonly muted: { readonly until: string; readonly reason: string } | null;
  /** A name that was likely meant, where there is none of that name. */
  readonly near: string | null;
  /** Too little to go by: so many kept runs there are, so many it takes. */
  readonly history: { readonly runs: number; readonly needed: number } | null;
}
