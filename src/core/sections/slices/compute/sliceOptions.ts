/** What a search for slices takes; every default is stated with the field. */
export interface SliceOptions {
  /** Rows a slice needs on every side. Default the larger of 30 and 1 % of current's rows with a loss. */
  readonly minRows?: number;
  /** Level of the false discovery rate over all slices tested, and of the intervals. Default 0.05. */
  readonly alpha?: number;
  /** Smallest difference worth reporting, in units of the loss. Default 0. */
  readonly minGap?: number;
  /** Slices reported at most. Default 20; above 31 only with rank `bound`. */
  readonly most?: number;
  /** Whether pairs of columns are searched. Default true. */
  readonly pairs?: boolean;
  /** `exact` (default) or `z`, for 0/1 losses; see `rateContrast`. */
  readonly test?: 'exact' | 'z';
  /**
   * `impact` (default): ranked by share of rows times excess loss, nested and overlapping slices reported once. `bound`: ranked by the lower bound
   * of the difference; only pairs whose bound does not exceed their groups' are dropped, a slice may
   * leave few rows outside, and a pair equal to one of its groups is tested, too: the plain search of other tools.
   */
  readonly rank?: 'impact' | 'bound';
}

export function minRowsOf({ minRows }: SliceOptions, rows: number): number {
  return minRows ?? Math.max(30, Math.ceil(rows / 100));
}
