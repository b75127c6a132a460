import { type BlockEffect, type BlockedSide, blockEffect } from '../../../stats/blocks/blockEffect.ts';
import { type BlockOf, blockCount, meanSide } from '../../../stats/blocks/blockedSides.ts';
import { erfc } from '../../../stats/distributions/erfc.ts';
import { studentTSf } from '../../../stats/distributions/studentT.ts';
import { contrastInterval, type GroupInterval } from '../../../stats/groups/groupInterval.ts';
import { groupSums } from '../../../stats/groups/groupSums.ts';
import { lossKind } from '../../../stats/groups/lossKind.ts';
import type { SegmentColumn } from '../../../stats/groups/segmentColumn.ts';
import { meanOf, type Sums, varianceOf } from '../../../stats/groups/sums.ts';
import { cellSums } from '../../../stats/groups/tally.ts';

/** A part of the change of the mean loss, with its interval and the p-value of its being 0. */
export interface Effect extends GroupInterval {
  readonly se: number;
  readonly p: number;
}

/** What one group contributes to the change. */
export interface GroupEffect {
  /** Index into the column's groups. */
  readonly group: number;
  readonly rows: { readonly reference: number; readonly current: number };
  readonly share: { readonly reference: number; readonly current: number };
  /** Mean loss; null without rows. */
  readonly mean: { readonly reference: number | null; readonly current: number | null };
  /** `both`: mix and rate; a new group has no reference rate, a vanished one no current rate, so all of their contribution is `turnover`. */
  readonly kind: 'both' | 'new' | 'vanished';
  readonly mix: number;
  readonly rate: number;
  readonly turnover: number;
}

/** The change of a mean loss split along one column. */
export interface MixRate {
  readonly column: string;
  readonly rows: { readonly reference: number; readonly current: number };
  readonly mean: { readonly reference: number; readonly current: number };
  /** Current mean less reference mean = mix + rate + turnover, to rounding. */
  readonly change: Effect;
  /** Because the shares of the groups changed. */
  readonly mix: Effect;
  /** Because the loss within groups changed. */
  readonly rate: Effect;
  /** Because groups are new or gone; 0 when there are none. Its interval takes the level they are compared with as given. */
  readonly turnover: Effect;
  /** Mix and turnover together: what the change of the column's own distribution did. */
  readonly composition: Effect;
  /** Groups with rows on either side. */
  readonly groups: readonly GroupEffect[];
}

/** One side: its column, a loss per row (NaN: none), and the block (a day) of each row whose rows may go together. */
export interface MixSide {
  readonly column: SegmentColumn;
  readonly loss: Float64Array;
  readonly blockOf?: BlockOf;
}

interface BlockTallies {
  readonly groups: number;
  readonly n: Float64Array;
  readonly sum: Float64Array;
  readonly rows: Float64Array;
}

/** Coefficients of a linear form in the shares and means of one side, by group. */
interface Gradient {
  readonly share: readonly number[];
  readonly mean: readonly number[];
}

/** Variance of the linear form for multinomial shares and independent losses within groups. */
function sideVariance(sums: readonly Sums[], rows: number, { share, mean }: Gradient): number {
  if (rows === 0) return 0;
  let first = 0;
  let second = 0;
  let within = 0;
  sums.forEach((s, g) => {
    const w = s.n / rows;
    first += w * share[g]!;
    second += w * share[g]! ** 2;
    if (s.n > 0) within += (mean[g]! ** 2 * varianceOf(s)) / s.n;
  });
  return Math.max(0, second - first * first) / rows + within;
}

/**
 * Splits the change of a mean loss between two data sets along the groups of one column: how much comes from a different mix of groups and
 * how much from a different loss within them.
 *
 * With shares w, means m and c halfway between both overall means, a group present on both sides gives
 *   mix = (w₁ − w₀) ((m₀ + m₁)/2 − c),  rate = (m₁ − m₀) (w₀ + w₁)/2
 * — the interaction split evenly, so swapping the sides only swaps signs. A new group gives turnover w₁ (m₁ − c), a vanished one −w₀ (m₀ − c).
 * Everything sums to the change exactly. Standard errors by the delta method: multinomial shares, independent rows; where rows have blocks (days), with the rows
 * of a block taken together as far as they go together.
 *
 * @param reference, current the same column on both sides and a loss per row; NaN: no loss, left out.
 * @returns null when a side has no row with a loss.
 *
 * Source: E. M. Kitagawa, JASA 50 (1955); R. Oaxaca, IER 14 (1973), A. Blinder, JHR 8 (1973). O(rows).
 */
export function mixRate(reference: MixSide, current: MixSide, alpha = 0.05): MixRate | null {
  // Both sides less one level: the split does not change, and a large common level costs no digits.
  const shift = lossKind(reference.loss).mean;
  const count = (side: typeof reference) => groupSums([side.column], side.loss, { shift, binary: false });
  const [was, now] = [count(reference), count(current)];
  if (was.all.n === 0 || now.all.n === 0) return null;
  const groups = reference.column.groups.map((_, g) => [cellSums(was.singles[0]!, g), cellSums(now.singles[0]!, g)] as const);
  const [n0, n1] = [was.all.n, now.all.n];
  const [mean0, mean1] = [meanOf(was.all), meanOf(now.all)];
  const centre = (mean0 + mean1) / 2;
  const zeros = () => ({ share: groups.map(() => 0), mean: groups.map(() => 0) });
  const gradients = { mix: [zeros(), zeros()], rate: [zeros(), zeros()], turnover: [zeros(), zeros()] };
  const totals = { mix: 0, rate: 0, turnover: 0 };
  const effects: GroupEffect[] = [];
  groups.forEach(([s0, s1], g) => {
    if (s0.n + s1.n === 0) return;
    const [w0, w1] = [s0.n / n0, s1.n / n1];
    const [m0, m1] = [meanOf(s0), meanOf(s1)];
    let [mix, rate, turnover] = [0, 0, 0];
    if (s0.n > 0 && s1.n > 0) {
      const level = (m0 + m1) / 2 - centre;
      mix = (w1 - w0) * level;
      rate = ((m1 - m0) * (w0 + w1)) / 2;
      for (const [side, sign] of [-1, 1].entries()) {
        gradients.mix[side]!.share[g] = sign * level;
        gradients.mix[side]!.mean[g] = (w1 - w0) / 2;
        gradients.rate[side]!.share[g] = (m1 - m0) / 2;
        gradients.rate[side]!.mean[g] = (sign * (w0 + w1)) / 2;
      }
    } else {
      const side = s0.n > 0 ? 0 : 1;
      const sign = side === 0 ? -1 : 1;
      const [w, m] = side === 0 ? [w0, m0] : [w1, m1];
      turnover = sign * w * (m - centre);
      gradients.turnover[side]!.share[g] = sign * (m - centre);
      gradients.turnover[side]!.mean[g] = sign * w;
    }
    totals.mix += mix;
    totals.rate += rate;
    totals.turnover += turnover;
    effects.push({
      group: g,
      rows: { reference: s0.n, current: s1.n },
      share: { reference: w0, current: w1 },
      mean: { reference: s0.n > 0 ? m0 + shift : null, current: s1.n > 0 ? m1 + shift : null },
      kind: s0.n > 0 && s1.n > 0 ? 'both' : s1.n > 0 ? 'new' : 'vanished',
      mix,
      rate,
      turnover,
    });
  });
  const byBlock = [countByBlock(reference, shift), countByBlock(current, shift)] as const;
  const sides = [groups.map(([s]) => s), groups.map(([, s]) => s)] as const;
  const effect = (...of: (keyof typeof totals)[]): Effect => {
    const added = (side: 0 | 1, what: keyof Gradient) =>
      groups.map((_, g) => of.reduce((t, name) => t + gradients[name][side]![what][g]!, 0));
    const side = (s: 0 | 1, rows: number): BlockedSide => {
      const gradient = { share: added(s, 'share'), mean: added(s, 'mean') };
      return { byRows: sideVariance(sides[s], rows, gradient), ...influences(byBlock[s], sides[s], rows, gradient) };
    };
    const [past, present] = [side(0, n0), side(1, n1)];
    return effectOf(
      of.reduce((t, name) => t + totals[name], 0),
      past.byRows + present.byRows,
      blockEffect(1, present, past),
      alpha,
    );
  };
  const [past, present] = [meanSide(reference.loss, reference.blockOf ?? null), meanSide(current.loss, current.blockOf ?? null)];
  return {
    column: reference.column.name,
    rows: { reference: n0, current: n1 },
    mean: { reference: mean0 + shift, current: mean1 + shift },
    change: effectOf(mean1 - mean0, varianceOf(was.all) / n0 + varianceOf(now.all) / n1, blockEffect(1, present, past), alpha),
    mix: effect('mix'),
    rate: effect('rate'),
    turnover: effect('turnover'),
    composition: effect('mix', 'turnover'),
    groups: effects,
  };
}

/** Rows and sums of the loss, blocks × groups; null without blocks. */
function countByBlock({ column, loss, blockOf }: MixSide, shift: number): BlockTallies | null {
  if (!blockOf) return null;
  const groups = column.groups.length;
  const count = blockCount(blockOf);
  const tally = { groups, n: new Float64Array(count * groups), sum: new Float64Array(count * groups), rows: new Float64Array(count) };
  for (let i = 0; i < blockOf.length; i++) {
    const block = blockOf[i]!;
    if (block < 0 || !Number.isFinite(loss[i]!)) continue;
    tally.n[block * groups + column.codes[i]!]!++;
    tally.sum[block * groups + column.codes[i]!]! += loss[i]! - shift;
    tally.rows[block]!++;
  }
  return tally;
}

/** What the rows of each block add to the linear form. */
function influences(
  byBlock: BlockTallies | null,
  sums: readonly Sums[],
  rows: number,
  { share, mean }: Gradient,
): Pick<BlockedSide, 'sums' | 'rows'> {
  if (byBlock === null) return { sums: null, rows: new Float64Array(0) };
  const first = sums.reduce((t, { n }, g) => t + (n / rows) * share[g]!, 0);
  const means = sums.map((s) => (s.n > 0 ? meanOf(s) : 0));
  const added = byBlock.rows.map((_, block) => {
    let total = 0;
    for (let g = 0; g < byBlock.groups; g++) {
      const n = byBlock.n[block * byBlock.groups + g]!;
      if (n === 0) continue;
      total += (n * (share[g]! - first)) / rows + (mean[g]! * (byBlock.sum[block * byBlock.groups + g]! - n * means[g]!)) / sums[g]!.n;
    }
    return total;
  });
  return { sums: added, rows: byBlock.rows };
}

function effectOf(value: number, byRows: number, days: BlockEffect | null, alpha: number): Effect {
  if (days !== null) return byDays(value, byRows, days, alpha);
  const se = Math.sqrt(byRows);
  const statistic = se > 0 ? Math.abs(value) / se : 0;
  const p = se > 0 ? erfc(statistic * Math.SQRT1_2) : value === 0 ? 1 : 0;
  return { ...contrastInterval({ estimate: value, se, df: Number.POSITIVE_INFINITY, statistic, p }, alpha), se, p };
}

function byDays(value: number, byRows: number, days: BlockEffect, alpha: number): Effect {
  const se = Math.sqrt(byRows * days.factor);
  const statistic = value / se;
  const p = Math.min(1, 2 * studentTSf(Math.abs(statistic), days.degrees));
  return { ...contrastInterval({ estimate: value, se, df: days.degrees, statistic, p }, alpha), se, p };
}
