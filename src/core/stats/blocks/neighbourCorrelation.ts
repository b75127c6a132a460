/** What is known of the correlation of neighbours in a series: on the cautious side, and as estimated, row noise removed. 0 to 0.95, 0 to 1. */
export interface NeighbourCorrelation {
  readonly r: number;
  readonly rc: number;
}

/** Fewer in a row say nothing of the correlation of neighbours. */
export const fewestForCorrelation = 8;
const mostCorrelation = 0.95;

/**
 * Lag-1 correlation, small-sample bias removed: of a sum of products of neighbours, whose squares sum to `total` · d.
 *
 * @param count of the series, at least 4. @param d degrees of freedom of `total`: the count less the means taken out.
 */
export function lagOne(products: number, count: number, { total, d }: { readonly total: number; readonly d: number }): number {
  const raw = (products / (count - 1) / total) * (count / d);
  return (raw + 1 / count) / (1 - 3 / count);
}

/**
 * From the lag-1 correlation `c` of what is observed to that of what lies behind row noise (`rc`), and one standard error up where there clearly is some
 * (`r`). `between`: the part of the variance `total` that is more than row noise. `nu`: effective dimensions.
 *
 * Source: the project's calibration study of blocks, section 2.
 */
export function neighbourCorrelation(
  c: number,
  count: number,
  { between, total, nu }: { readonly between: number; readonly total: number; readonly nu: number },
): NeighbourCorrelation {
  const rc = Math.min(1, Math.max(0, (c * total) / Math.max(between, total / 4)));
  const error = 1 / Math.sqrt(count * nu);
  const r = c > 1.5 * error ? rc + Math.sqrt((1 - rc * rc) / count) : c <= 0.5 * error ? 0 : c;
  return { r: Math.min(mostCorrelation, Math.max(0, r)), rc };
}
