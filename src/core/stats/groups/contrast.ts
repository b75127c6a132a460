import { type BlockedSide, blockEffect } from '../blocks/blockEffect.ts';
import { studentTSf } from '../distributions/studentT.ts';
import { meanOf, type Sums, varianceOf } from './sums.ts';

/** How much worse a group of rows is than other rows. */
export interface Contrast {
  /** In units of the loss; positive: worse. */
  readonly estimate: number;
  readonly se: number;
  /** Degrees of freedom of the interval; Infinity for a normal one. */
  readonly df: number;
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
}

/** Compares the rows of a slice with other rows; one entry of sums per side (current, or current and reference). */
export type ContrastOf = (slice: readonly Sums[], rest: readonly Sums[]) => Contrast;

/** One mean that enters a contrast: its sums, and the variance its rows have at least. */
export interface Part {
  readonly sums: Sums;
  readonly floor: number;
  /** Side it stands on: 0 current (default), 1 reference. Days of one side are the same for all of its parts. */
  readonly side?: 0 | 1;
}

/**
 * Signed sum of means (+ − + …) over its standard error, with Satterthwaite's degrees of freedom (two parts: Welch's t test).
 *
 * The variance of a part is not taken below its floor. Thirty equal losses have no variance of their own, and a test that believes it calls any
 * distance from the rest proven; under the hypothesis tested the rows have the variance of all. Where parts are counted by block, see `contrastByBlocks`.
 */
export function meansContrast(parts: readonly Part[]): Contrast {
  let estimate = 0;
  let variance = 0;
  let spread = 0;
  parts.forEach(({ sums, floor }, i) => {
    const share = Math.max(varianceOf(sums), floor) / sums.n;
    estimate += (i % 2 === 0 ? 1 : -1) * meanOf(sums);
    variance += share;
    spread += (share * share) / Math.max(1, sums.n - 1);
  });
  const se = Math.sqrt(variance);
  if (!(se > 0)) return { estimate, se: 0, df: Number.POSITIVE_INFINITY, statistic: 0, p: estimate === 0 ? 1 : 0 };
  const df = (variance * variance) / spread;
  const statistic = estimate / se;
  return contrastByBlocks({ estimate, se, df, statistic, p: Math.min(1, 2 * studentTSf(Math.abs(statistic), df)) }, parts);
}

/**
 * A contrast (signs + − + … of the parts' means) with the error that blocks give it: days that are bad for a slice and its rest alike cancel out, days that are
 * bad for the slice alone do not. Unchanged where a part is not counted by block; never more certain than by rows. O(parts · blocks).
 */
export function contrastByBlocks(contrast: Contrast, parts: readonly Part[]): Contrast {
  if (parts.some(({ sums }) => sums.blocks === undefined)) return contrast;
  const signed = parts.map((part, i) => ({ ...part, sign: i % 2 === 0 ? 1 : -1, side: part.side ?? 0 }));
  const side = (of: 0 | 1): BlockedSide | null => {
    const own = signed.filter((part) => part.side === of);
    if (own.length === 0) return null;
    const count = own[0]!.sums.blocks!.n.length;
    const sums = new Float64Array(count);
    const rows = new Float64Array(count);
    let byRows = 0;
    for (const { sums: of, floor, sign } of own) {
      byRows += Math.max(varianceOf(of), floor) / of.n;
      const mean = meanOf(of);
      for (let block = 0; block < count; block++) {
        const n = of.blocks!.n[block]!;
        sums[block]! += (sign * (of.blocks!.sum[block]! - n * mean)) / of.n;
        rows[block]! += n;
      }
    }
    return { byRows, sums, rows };
  };
  const current = side(0);
  const days = current === null ? null : blockEffect(1, current, side(1));
  if (days === null) return contrast;
  const se = contrast.se * Math.sqrt(days.factor);
  const p = Math.min(1, 2 * studentTSf(Math.abs(contrast.estimate / se), days.degrees));
  return p > contrast.p || se > contrast.se
    ? { ...contrast, se, df: days.degrees, statistic: contrast.estimate / se, p: Math.max(p, contrast.p) }
    : contrast;
}
