/** Rows, sum and sum of squares of the loss of a group of rows. Sums of groups add and subtract. */
export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

export const noRows: Sums = { n: 0, sum: 0, squares: 0 };

export function plus(a: Sums, b: Sums): Sums {
  return { n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares };
}

/** The rows of `all` that are not in `part`. */
export function minus(all: Sums, part: Sums): Sums {
  return { n: all.n - part.n, sum: all.sum - part.sum, squares: all.squares - part.squares };
}

/** Mean; NaN without rows. */
export function meanOf({ n, sum }: Sums): number {
  return n > 0 ? sum / n : Number.NaN;
}

/** Variance with divisor n − ddof; 0 when there are not more rows than that. */
export function varianceOf({ n, sum, squares }: Sums, ddof = 1): number {
  return n > ddof ? Math.max(0, (squares - (sum * sum) / n) / (n - ddof)) : 0;
}
