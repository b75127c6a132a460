import type { Histogram } from '../report/report.ts';

/** Shares of rows below each inner bin edge. */
export interface ChunkEcdf {
  readonly x: readonly number[];
  readonly reference: readonly number[];
  readonly share: readonly number[];
}

/**
 * The distribution function of a chunk where its counts give it exactly: at the inner edges of the bins. The outer edges are left out, because
 * the outer bins also hold what lies beyond them. Null with no values or fewer than two inner edges.
 */
export function chunkEcdf({ edges, reference }: Histogram, counts: readonly number[]): ChunkEcdf | null {
  if (edges.length < 4) return null;
  const below = running(reference);
  const here = running(counts);
  if (here === null || below === null) return null;
  const inner = edges.length - 2;
  return { x: edges.slice(1, -1), reference: below.slice(0, inner), share: here.slice(0, inner) };
}

/** Running sums as shares of the total; null when it is 0. */
function running(counts: readonly number[]): number[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum / total;
  });
}
