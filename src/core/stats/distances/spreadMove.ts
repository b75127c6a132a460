/**
 * A move that is spread over all values of a column: in order of share, those at even places (0, 2, …) lose `move` in proportion to their share, those
 * at odd places gain it in proportion. Of one value alone the move goes to one never seen.
 */
export interface SpreadMove {
  /** Shares before, largest first; a last 0 where there is one value only. */
  readonly before: readonly number[];
  /** The largest move there is: all that stands at even places. */
  readonly most: number;
  /** Shares after a move of so much of the rows. */
  after(move: number): number[];
}

/** @param shares of values, in any order; those that are 0 do not count. O(values · log values). */
export function spreadMove(shares: readonly number[]): SpreadMove {
  const seen = shares.filter((share) => share > 0).sort((a, b) => b - a);
  const before = seen.length > 1 ? seen : [1, 0];
  let even = 0;
  let odd = 0;
  before.forEach((share, i) => {
    if (i % 2 === 0) even += share;
    else odd += share;
  });
  return {
    before,
    most: even,
    after: (move) => before.map((share, i) => (i % 2 === 0 ? share * (1 - move / even) : odd > 0 ? share * (1 + move / odd) : move)),
  };
}
