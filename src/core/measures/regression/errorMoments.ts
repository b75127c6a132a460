/** A value with its standard error, or why there is none. */
export interface ValueWithError {
  readonly value: number;
  readonly standardError: number;
}

/** Mean of a row quantity from its sums, with its standard error (divisor n − 1); NaN error below two rows. */
export function meanFromSums(sum: number, squares: number, weight: number, rows: number): ValueWithError {
  const value = sum / weight;
  const variance = Math.max(0, squares / weight - value * value);
  return { value, standardError: rows > 1 ? Math.sqrt(variance / (rows - 1)) : Number.NaN };
}
