import type { Histogram } from '../result.ts';
import { runningShares } from './runningShares.ts';

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
  const below = runningShares(reference);
  const here = runningShares(counts);
  if (here === null || below === null) return null;
  const inner = edges.length - 2;
  return { x: edges.slice(1, -1), reference: below.slice(0, inner), share: here.slice(0, inner) };
}
