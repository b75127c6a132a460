/** Rows, sum and sum of squares of the loss of a group of rows. Sums of groups add and subtract. */
export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
  /** The same by block (a day) of the side; absent where rows are independent or were not counted by block. */
  readonly blocks?: BlockSums | undefined;
}

/** Rows and sum of the loss of each block. */
export interface BlockSums {
  readonly n: Float64Array;
  readonly sum: Float64Array;
}

export function plus(a: Sums, b: Sums): Sums {
  return { n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares, blocks: together(a, b, 1) };
}

/** The rows of `all` that are not in `part`. */
export function minus(all: Sums, part: Sums): Sums {
  return { n: all.n - part.n, sum: all.sum - part.sum, squares: all.squares - part.squares, blocks: together(all, part, -1) };
}

/** Known only where both are. */
function together({ blocks: a }: Sums, { blocks: b }: Sums, sign: 1 | -1): BlockSums | undefined {
  if (a === undefined || b === undefined) return undefined;
  return { n: a.n.map((n, block) => n + sign * b.n[block]!), sum: a.sum.map((x, block) => x + sign * b.sum[block]!) };
}

/** Mean; NaN without rows. */
export function meanOf({ n, sum }: Sums): number {
  return n > 0 ? sum / n : Number.NaN;
}

/** Variance with divisor n − ddof; 0 when there are not more rows than that. */
export function varianceOf({ n, sum, squares }: Sums, ddof = 1): number {
  return n > ddof ? Math.max(0, (squares - (sum * sum) / n) / (n - ddof)) : 0;
}
