import type { CancelSignal } from '../data/cancelSignal.ts';
import type { Progress } from '../data/progress.ts';

/** What reading columns in a run is given. */
export interface ReadRun {
  readonly signal: CancelSignal;
  readonly progress: (p: Progress) => void;
  /** Bytes that column buffers may take. */
  readonly budgetBytes: number;
}
