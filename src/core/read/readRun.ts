import type { CancelSignal } from '../data/cancelSignal.ts';
import type { Progress } from '../data/progress.ts';
import type { ColumnBudget } from './columnBudget.ts';

/** What reading columns in a run is given. */
export interface ReadRun {
  readonly signal: CancelSignal;
  readonly progress: (p: Progress) => void;
  /** What column buffers may take, and what they take. */
  readonly budget: ColumnBudget;
}
