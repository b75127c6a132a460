import type { Progress } from '../core/data/progress.ts';
import type { Report } from '../core/report/report.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';
import type { EngineOptions, Preview } from '../shared/workerProtocol.ts';
import type { WorkerClient } from './workerClient.ts';

/** Wide tables tell more of their progress than anybody can read: so many milliseconds lie between two words on it. */
const leastGap = 100;

/** What is to be run, by which program. */
export interface RunRequest {
  readonly spec: ComparisonSpec;
  readonly engine: EngineOptions;
  readonly version: string;
}

/** Who follows a run. */
export interface RunFollower {
  readonly signal: AbortSignal;
  /** Hears of progress, seldom enough to be read; of the end of a stage always. */
  readonly onProgress: (progress: Progress) => void;
  /** Takes reports of what is known so far; absent: none are made. */
  readonly onPreview?: (preview: Preview) => void;
}

/** Compares or evaluates what a spec names. Rejects as `WorkerClient.compare` does. */
export function run(engine: WorkerClient, request: RunRequest, { signal, onProgress, onPreview }: RunFollower): Promise<Report> {
  let told = Number.NEGATIVE_INFINITY;
  const seldom = (progress: Progress): void => {
    const now = performance.now();
    const isEnd = progress.total > 0 && progress.done >= progress.total;
    if (now - told < leastGap && !isEnd) return;
    told = now;
    onProgress(progress);
  };
  return engine.compare(request, { signal, onProgress: seldom, ...(onPreview === undefined ? {} : { onPreview }) });
}
