import { normalQuantile } from '../stats/normal.ts';
import { rowsNeeded, visibleMove } from '../stats/sampleSize.ts';
import type { ValueShape, WindowTest } from './columnAnalysis.ts';

const power = 0.8;

/**
 * Smallest share of rows whose move the test of a window would have found significant with probability 0.8 at level `alpha`.
 * With blocks it is read off the permutation distribution: mean + (z_{1-α} + z_{0.8}) sd, noise removed as in the corrected effect.
 * Null when the window was not tested.
 */
export function significantMove(window: WindowTest, shape: ValueShape, alpha: number): number | null {
  const { test } = window;
  if (test.p === null) return null;
  if (window.null !== null && test.test === 'block_permutation') {
    const reach = window.null.mean + (normalQuantile(1 - alpha) + normalQuantile(power)) * window.null.sd;
    return Math.min(1, Math.sqrt(Math.max(0, reach * reach - window.null.mean * window.null.mean)));
  }
  return Math.min(1, visibleMove(sampleShape(shape), test.nReference, test.nCurrent, alpha, power));
}

/** Rows of current it would take to see a move of `limit`; null when no number of rows would do because the reference is too small. */
export function rowsToDecide(window: WindowTest, shape: ValueShape, limit: number, alpha: number): number | null {
  const { test } = window;
  const byRows = rowsNeeded(sampleShape(shape), test.nReference, limit, alpha, power);
  const significant = significantMove(window, shape, alpha);
  if (byRows === null || window.null === null || significant === null) return byRows;
  // Rows of a block go together: as many times more rows as the distance of chance is too large, squared.
  return Math.max(byRows, Math.ceil(test.nCurrent * (significant / limit) ** 2));
}

function sampleShape(shape: ValueShape): ValueShape {
  return shape.kind === 'category' && shape.shares.filter((s) => s > 0).length < 2 ? { kind: 'number' } : shape;
}
