/** A span of blocks cut into runs. */
export interface SpanRuns {
  readonly runs: number;
  /** Sum of the squared shares of its rows that the runs hold: 1 / runs where they are equal. */
  readonly squares: number;
}

/** Cuts a span into runs of `run` blocks from its end; a shorter one may come first. `rows`: of each block, in time order. O(blocks). */
export function spanRuns(rows: ArrayLike<number>, run: number): SpanRuns {
  let all = 0;
  let squares = 0;
  let runs = 0;
  for (let end = rows.length; end > 0; end -= run) {
    let inRun = 0;
    for (let i = Math.max(0, end - run); i < end; i++) inRun += rows[i]!;
    all += inRun;
    squares += inRun * inRun;
    runs++;
  }
  return { runs, squares: all > 0 ? squares / (all * all) : 0 };
}
