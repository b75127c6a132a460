/** Result of Fisher's exact test on the 2 × 2 table [[a, b], [c, d]]. */
export interface FisherExact {
  /** Two-sided: total probability of the tables no more probable than the observed one. */
  readonly p: number;
  /** P(a or fewer in the first cell). */
  readonly less: number;
  /** P(a or more in the first cell). */
  readonly greater: number;
  /** Sample odds ratio a d / (b c): Infinity when only b or c is 0, NaN when a row or column is empty. */
  readonly oddsRatio: number;
}

/**
 * Fisher's exact test of a 2 × 2 table of counts. A table with an empty row or column gives p 1.
 *
 * Probabilities are built from the mode outwards by the ratio of neighbours and divided by their own sum, so no large logarithms cancel;
 * a table so improbable that it underflows (p below about 1e−300) gives 0. O(standard deviation of the first cell), at most the smallest
 * margin.
 *
 * Definition as scipy.stats.fisher_exact 1.10.1: tables up to 1 + 1e−7 times as probable as the observed one count as ties.
 */
export function fisherExact(a: number, b: number, c: number, d: number): FisherExact {
  const row1 = a + b;
  const row2 = c + d;
  const column1 = a + c;
  const column2 = b + d;
  if (row1 === 0 || row2 === 0 || column1 === 0 || column2 === 0) return { p: 1, less: 1, greater: 1, oddsRatio: Number.NaN };
  const oddsRatio = b * c === 0 ? Number.POSITIVE_INFINITY : (a * d) / (b * c);
  const low = Math.max(0, column1 - row2);
  const high = Math.min(row1, column1);
  const mode = Math.min(high, Math.max(low, Math.floor(((row1 + 1) * (column1 + 1)) / (row1 + row2 + 2))));
  /** w(x + 1) / w(x) for x in the first cell. */
  const ratio = (x: number) => ((row1 - x) * (column1 - x)) / ((x + 1) * (row2 - column1 + x + 1));

  let observed = 1;
  for (let x = mode; x < a && observed > 0; x++) observed *= ratio(x);
  for (let x = mode; x > a && observed > 0; x--) observed /= ratio(x - 1);

  const limit = observed * (1 + 1e-7);
  let total = 0;
  let extreme = 0;
  let below = 0;
  let above = 0;
  const count = (x: number, weight: number) => {
    total += weight;
    if (weight <= limit) extreme += weight;
    if (x <= a) below += weight;
    if (x >= a) above += weight;
  };
  for (let x = mode, w = 1; x <= high && w > 0; x++) {
    count(x, w);
    if (x < high) w *= ratio(x);
  }
  for (let x = mode, w = 1; x > low && w > 0; ) {
    w /= ratio(x - 1);
    x--;
    count(x, w);
  }
  const share = (part: number) => Math.min(1, part / total);
  return { p: share(extreme), less: share(below), greater: share(above), oddsRatio };
}

/** A weight this small beside the sum of those before it does not change it. */
const negligible = 1e-18;

/**
 * The smaller of the two tails of Fisher's exact test: P(a or more) or P(a or fewer) in the first cell. As `fisherExact` gives it, but nothing is
 * summed that does not change the result, so a large table costs about a tenth: O(standard deviation of the first cell + its distance from the
 * mode).
 */
export function fisherTail(a: number, b: number, c: number, d: number): number {
  const row1 = a + b;
  const row2 = c + d;
  const column1 = a + c;
  if (row1 === 0 || row2 === 0 || column1 === 0 || b + d === 0) return 1;
  const low = Math.max(0, column1 - row2);
  const high = Math.min(row1, column1);
  const mode = Math.min(high, Math.max(low, Math.floor(((row1 + 1) * (column1 + 1)) / (row1 + row2 + 2))));
  const fewer = row2 - column1;
  let observed = 1;
  for (let x = mode; x < a && observed > 0; x++) observed *= ((row1 - x) * (column1 - x)) / ((x + 1) * (fewer + x + 1));
  for (let x = mode; x > a && observed > 0; x--) observed *= (x * (fewer + x)) / ((row1 - x + 1) * (column1 - x + 1));
  /** Sum of the weights from x on outwards, the first of them given, upwards and downwards. */
  const upwards = (from: number, first: number): number => {
    let sum = 0;
    for (let x = from, w = first; x <= high && w > sum * negligible; x++) {
      sum += w;
      w *= ((row1 - x) * (column1 - x)) / ((x + 1) * (fewer + x + 1));
    }
    return sum;
  };
  const downwards = (from: number, first: number): number => {
    let sum = 0;
    for (let x = from, w = first; x >= low && w > sum * negligible; x--) {
      sum += w;
      w *= (x * (fewer + x)) / ((row1 - x + 1) * (column1 - x + 1));
    }
    return sum;
  };
  const total = upwards(mode, 1) + downwards(mode, 1) - 1;
  if (a === mode) return Math.min(1, upwards(a, 1) / total, downwards(a, 1) / total);
  return Math.min(1, (a > mode ? upwards(a, observed) : downwards(a, observed)) / total);
}
