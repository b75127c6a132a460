/** What a loss vector holds; NaN and infinite entries are rows without a loss. */
export interface LossKind {
  readonly rows: number;
  /** Whether every loss is 0 or 1, so that means are rates. */
  readonly binary: boolean;
  readonly mean: number;
}

export function lossKind(loss: Float64Array): LossKind {
  let rows = 0;
  let binary = true;
  let mean = 0;
  for (let i = 0; i < loss.length; i++) {
    const x = loss[i]!;
    if (!Number.isFinite(x)) continue;
    if (x !== 0 && x !== 1) binary = false;
    rows++;
    mean += (x - mean) / rows;
  }
  return { rows, binary, mean };
}
