import type { CancelSignal } from '../data/cancelSignal.ts';
import type { Progress } from '../data/progress.ts';
import type { Note } from '../report/report.ts';

/** What a run of the analysis is given beside spec and tables. */
export interface AnalysisRun {
  readonly signal: CancelSignal;
  readonly progress: (p: Progress) => void;
  /** Remarks of the engine on reading the files. */
  readonly notes: readonly Note[];
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Bytes that column buffers may take. */
  readonly budgetBytes: number;
}
