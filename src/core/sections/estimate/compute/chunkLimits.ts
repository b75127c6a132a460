import { studentTIsf } from '../../../stats/distributions/studentT.ts';
import type { Limits } from './stdThreshold.ts';

/** Chunks below which a spread between chunks says too little, and the standard error of a chunk is taken instead. */
export const fewestChunks = 20;

/**
 * Limits for a new chunk from the reference's chunks, all of one size, at the false-alarm rate of ±3 σ (0.0015 on each side).
 *
 * With 20 chunks or more: prediction interval, mean ± t(0.9985, B − 1) · s · √(1 + 1/B), s of divisor B − 1. With fewer: the value of the
 * whole reference ± 3 standard errors of a chunk. ±3 deviations of ten chunks would raise a false alarm on 2.4 % of the chunks instead.
 *
 * @param chunkValues NaN left out. @param whole, error the reference's value and the standard error of one chunk; null: not known.
 * @param range ends of the measure's range. @returns null when neither way is open.
 */
export function chunkLimits(
  chunkValues: readonly number[],
  whole: number | null,
  error: number | null,
  range: Limits = { lower: null, upper: null },
): { readonly lower: number; readonly upper: number; readonly from: 'chunks' | 'standard_error' } | null {
  const values = chunkValues.filter((v) => Number.isFinite(v));
  const chunks = values.length;
  const clip = (value: number) =>
    Math.min(Math.max(value, range.lower ?? Number.NEGATIVE_INFINITY), range.upper ?? Number.POSITIVE_INFINITY);
  if (chunks >= fewestChunks) {
    const mean = values.reduce((sum, v) => sum + v, 0) / chunks;
    const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (chunks - 1));
    const half = studentTIsf(0.0015, chunks - 1) * sd * Math.sqrt(1 + 1 / chunks);
    return { lower: clip(mean - half), upper: clip(mean + half), from: 'chunks' };
  }
  if (whole === null || error === null) return null;
  return { lower: clip(whole - 3 * error), upper: clip(whole + 3 * error), from: 'standard_error' };
}
