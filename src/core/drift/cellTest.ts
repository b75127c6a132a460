import type { NotTestedReason, TestName } from '../report/report.ts';

/** A test of one cell before the family is known: p and effect, no verdict yet. */
export interface CellTest {
  /** Null when the cell is not tested. */
  readonly p: number | null;
  readonly test: TestName | null;
  readonly statistic: number | null;
  /** Total variation distance, its expectation without drift, and the corrected effect; null when not tested. */
  readonly tvd: number | null;
  readonly tvdExpected: number | null;
  readonly effect: number | null;
  readonly reason: NotTestedReason | null;
  readonly nReference: number;
  readonly nCurrent: number;
}

/** A cell that cannot be tested, with the reason. */
export function notTested(reason: NotTestedReason, nReference: number, nCurrent: number): CellTest {
  return { p: null, test: null, statistic: null, tvd: null, tvdExpected: null, effect: null, reason, nReference, nCurrent };
}
