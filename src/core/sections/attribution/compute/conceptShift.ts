import { type BlockEffect, blockedHalfWidth, blockedP } from '../../../stats/blocks/blockEffect.ts';
import type { BlockOf } from '../../../stats/blocks/blockedSides.ts';
import { chiSquareSf } from '../../../stats/distributions/chiSquare.ts';
import { normalQuantile } from '../../../stats/distributions/normal.ts';
import type { GroupInterval } from '../../../stats/groups/groupInterval.ts';
import { lossKind } from '../../../stats/groups/lossKind.ts';
import { strataEffect } from './blockedStrata.ts';
import { fineStrata, type ScoreBins } from './scoreStrata.ts';
import { cochranMantelHaenszel, exchange, type Strata, stratumSums } from './stratifiedMeans.ts';

/** A score and what came true, row by row; NaN: unknown. */
export interface ScoredOutcomes {
  readonly score: Float64Array;
  readonly outcome: Float64Array;
  /** Block (a day) of each row whose rows may go together. Default: none. */
  readonly blockOf?: BlockOf;
}

/** Outcomes in one bin of the score. */
export interface ConceptBin {
  /** Scores above `above` and up to `upTo`; null is no bound. */
  readonly above: number | null;
  readonly upTo: number | null;
  readonly rows: { readonly reference: number; readonly current: number };
  /** Mean outcome; null without rows. */
  readonly mean: { readonly reference: number | null; readonly current: number | null };
  /** Mean outcome of current less that of the reference at equal scores inside the bin; null without rows on both sides. */
  readonly difference: GroupInterval | null;
}

/** Whether the same score still means the same outcome. */
export interface ConceptShift {
  /** Against a difference in one direction, and against differences of any direction in different bins; p is twice the smaller. Null: outcomes do not vary. */
  readonly p: number | null;
  readonly pOneDirection: number | null;
  readonly pAnyDirection: number | null;
  /** Mean outcome less what the reference had at the same scores, averaged over current's scores. */
  readonly effect: GroupInterval;
  /**
   * Mean size of the difference within the bins, whatever its direction, less what chance alone gives: a curve that changed its slope has one though its
   * mean difference is 0.
   */
  readonly size: number;
  /** Share of current's rows at scores where the reference has rows, too; the others are not compared. */
  readonly coverage: number;
  readonly bins: readonly ConceptBin[];
}

/** Variance of a pooled sum below which its chi-square is not trusted; that of about five expected ones among 0/1 outcomes. */
const leastVariance = 2.5;

/** Sum over bins of excess² / variance, and the bin of each that is taken; 0/1 outcomes too rare in a bin are taken with the next bin. */
function anyDirection(
  strata: Strata,
  { binOfFine, edges }: ScoreBins,
  binary: boolean,
): { readonly statistic: number; readonly taken: number; readonly takenAs: Int32Array } {
  const takenAs = new Int32Array(edges.length + 1).fill(-1);
  const bins = Array.from({ length: edges.length + 1 }, () => ({ excess: 0, variance: 0 }));
  binOfFine.forEach((bin, s) => {
    const of = exchange(strata, s);
    bins[bin]!.excess += of.excess;
    bins[bin]!.variance += of.variance;
  });
  const pooled: { excess: number; variance: number }[] = [];
  let open = { excess: 0, variance: 0 };
  for (const [b, bin] of bins.entries()) {
    takenAs[b] = pooled.length;
    open = { excess: open.excess + bin.excess, variance: open.variance + bin.variance };
    if (!(open.variance > (binary ? leastVariance : 0))) continue;
    pooled.push(open);
    open = { excess: 0, variance: 0 };
  }
  const taken = pooled.length;
  const last = pooled[taken - 1];
  if (last && open.variance > 0) {
    last.excess += open.excess;
    last.variance += open.variance;
  }
  // What is left over at the end goes with the last that is taken.
  for (let b = 0; b < takenAs.length; b++) takenAs[b] = Math.min(takenAs[b]!, taken - 1);
  return { statistic: pooled.reduce((t, { excess, variance }) => t + (excess * excess) / variance, 0), taken, takenAs };
}

/** Difference of means at equal strata, weighted by current's rows, over the strata that have both sides. */
function standardised(
  { reference, current }: Strata,
  use: (stratum: number) => boolean,
  alpha: number,
  effectOf: (use: (stratum: number) => boolean) => BlockEffect | null,
): { interval: GroupInterval; rows: number } | null {
  let rows = 0;
  let value = 0;
  let variance = 0;
  for (let s = 0; s < reference.n.length; s++) {
    const [n0, n1] = [reference.n[s]!, current.n[s]!];
    if (!use(s) || n0 === 0 || n1 === 0) continue;
    const n = n0 + n1;
    const sum = reference.sum[s]! + current.sum[s]!;
    const spread = Math.max(0, reference.squares[s]! + current.squares[s]! - (sum * sum) / n) / (n - 1);
    rows += n1;
    value += n1 * (current.sum[s]! / n1 - reference.sum[s]! / n0);
    variance += n1 * n1 * spread * (1 / n0 + 1 / n1);
  }
  if (rows === 0) return null;
  const effect = effectOf(use);
  const half = (effect === null ? -normalQuantile(alpha / 2) * Math.sqrt(variance) : blockedHalfWidth(variance, effect, alpha)) / rows;
  return { interval: { value: value / rows, low: value / rows - half, high: value / rows + half }, rows };
}

/** √(d² − its variance) over the bins, weighted by current's rows. */
function meanSize(bins: readonly ConceptBin[], alpha: number): number {
  const z = -normalQuantile(alpha / 2);
  let rows = 0;
  let total = 0;
  for (const { difference, rows: of } of bins) {
    if (difference === null) continue;
    const variance = ((difference.high - difference.low) / (2 * z)) ** 2;
    rows += of.current;
    total += of.current * Math.sqrt(Math.max(0, difference.value ** 2 - variance));
  }
  return rows === 0 ? 0 : total / rows;
}

/**
 * Concept drift by evidence: whether outcomes at equal scores changed, so that a shift of the scores alone does not count.
 *
 * Rows of both sides are compared within fine bins of the reference score by the Cochran-Mantel-Haenszel test (a shift in one direction) and by
 * the sum of its squares over the bins shown (low scores up, high scores down); p is twice the smaller of the two. Where rows have blocks, both tests and all
 * intervals take the rows of a block together as far as they go together.
 *
 * @param reference, current score or prediction, and outcome: 0/1 for one class, the true value in regression. Rows with either unknown are
 *   left out.
 * @returns null when no score bin has rows of both sides.
 */
export function conceptShift(reference: ScoredOutcomes, current: ScoredOutcomes, bins: ScoreBins, alpha = 0.05): ConceptShift | null {
  const count = bins.fine.length + 1;
  const placed = { reference: fineStrata(reference.score, bins), current: fineStrata(current.score, bins) };
  const strata: Strata = {
    reference: stratumSums(placed.reference, reference.outcome, count),
    current: stratumSums(placed.current, current.outcome, count),
  };
  const effectBy = (groupOf: Int32Array, groups: number): BlockEffect | null =>
    strataEffect(
      { strata: placed.reference, outcome: reference.outcome, blockOf: reference.blockOf ?? null },
      { strata: placed.current, outcome: current.outcome, blockOf: current.blockOf ?? null },
      strata,
      groupOf,
      groups,
    );
  const effectOf = (use: (stratum: number) => boolean): BlockEffect | null =>
    effectBy(
      Int32Array.from({ length: count }, (_, s) => (use(s) ? 0 : -1)),
      1,
    );
  const all = standardised(strata, () => true, alpha, effectOf);
  if (!all) return null;
  const binary = lossKind(reference.outcome).binary && lossKind(current.outcome).binary;
  const oneWay = cochranMantelHaenszel(strata);
  const everywhere = effectOf(() => true);
  const pOneDirection = oneWay.variance > 0 ? blockedP(oneWay.statistic, 1, everywhere, oneWay.p) : null;
  const { statistic, taken, takenAs } = anyDirection(strata, bins, binary);
  const together =
    taken === 0
      ? null
      : effectBy(
          bins.binOfFine.map((bin) => takenAs[bin]!),
          taken,
        );
  const pAnyDirection = taken === 0 ? null : blockedP(statistic, taken, together, chiSquareSf(statistic, taken));
  const shown = Array.from({ length: bins.edges.length + 1 }, (_, bin): ConceptBin => {
    const total = (side: 'reference' | 'current', what: 'n' | 'sum') =>
      bins.binOfFine.reduce((t, of, s) => (of === bin ? t + strata[side][what][s]! : t), 0);
    const mean = (side: 'reference' | 'current') => (total(side, 'n') > 0 ? total(side, 'sum') / total(side, 'n') : null);
    return {
      above: bins.edges[bin - 1] ?? null,
      upTo: bins.edges[bin] ?? null,
      rows: { reference: total('reference', 'n'), current: total('current', 'n') },
      mean: { reference: mean('reference'), current: mean('current') },
      difference: standardised(strata, (s) => bins.binOfFine[s] === bin, alpha, effectOf)?.interval ?? null,
    };
  });
  let known = 0;
  for (let i = 0; i < current.score.length; i++) if (Number.isFinite(current.score[i]!) && Number.isFinite(current.outcome[i]!)) known++;
  return {
    p: pOneDirection === null && pAnyDirection === null ? null : Math.min(1, 2 * Math.min(pOneDirection ?? 1, pAnyDirection ?? 1)),
    pOneDirection,
    pAnyDirection,
    effect: all.interval,
    size: meanSize(shown, alpha),
    coverage: all.rows / known,
    bins: shown,
  };
}
