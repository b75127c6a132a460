/** Where a running comparison stands. `stage` is a code; words are made in the host and the CLI. */
export interface Progress {
  readonly stage: 'opening' | 'profiling' | 'columns' | 'deciding' | 'evaluating';
  /** Columns done and columns in all (stage `columns`); else 0. */
  readonly done: number;
  readonly total: number;
  /** Column or file at work, or null. */
  readonly item: string | null;
}
