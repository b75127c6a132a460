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
import { addedUp, type ChangePart, type Gradient, type GroupEffect, type GroupedSums, splitGroups } from './splitGroups.ts';

/** A part of the change of the mean loss, with its interval and the p-value of its being 0. */
export interface Effect extends GroupInterval {
  readonly se: number;
  readonly p: number;
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
  const [past, now] = [countedSide(reference, shift), countedSide(current, shift)];
  if (past.all.n === 0 || now.all.n === 0) return null;
  const { totals, gradients, effects } = splitGroups(past, now, shift);
  const effect = (...of: ChangePart[]): Effect => {
    const sides = [past, now].map((side, s): BlockedSide => {
      const gradient = addedUp(of.map((name) => gradients[name][s]!));
      const rows = side.all.n;
      return { byRows: sideVariance(side.groups, rows, gradient), ...influences(side.byBlock, side.groups, rows, gradient) };
    });
    const value = of.reduce((t, name) => t + totals[name], 0);
    return effectOf(value, sides[0]!.byRows + sides[1]!.byRows, blockEffect(1, sides[1]!, sides[0]!), alpha);
  };
  return {
    column: reference.column.name,
    rows: { reference: past.all.n, current: now.all.n },
    mean: { reference: meanOf(past.all) + shift, current: meanOf(now.all) + shift },
    change: changeOf(past, now, alpha),
    mix: effect('mix'),
    rate: effect('rate'),
    turnover: effect('turnover'),
    composition: effect('mix', 'turnover'),
    groups: effects,
  };
}

/** A side counted: all rows, rows by group and by block; sums of the loss less a level. */
interface CountedSide extends GroupedSums {
  readonly side: MixSide;
  readonly byBlock: BlockTallies | null;
}

function countedSide(side: MixSide, shift: number): CountedSide {
  const { all, singles } = groupSums([side.column], side.loss, { shift, binary: false });
  return { side, all, groups: side.column.groups.map((_, g) => cellSums(singles[0]!, g)), byBlock: countByBlock(side, shift) };
}

/** The change of the mean loss as it is, before it is split. */
function changeOf(past: CountedSide, now: CountedSide, alpha: number): Effect {
  const byDays = ({ side }: CountedSide) => meanSide(side.loss, side.blockOf ?? null);
  const byRows = varianceOf(past.all) / past.all.n + varianceOf(now.all) / now.all.n;
  return effectOf(meanOf(now.all) - meanOf(past.all), byRows, blockEffect(1, byDays(now), byDays(past)), alpha);
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
