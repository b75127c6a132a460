import type { BinKind } from '../stats/blocks/blockTable.ts';
import { shareAngle } from '../stats/distances/shareAngle.ts';
import { spreadMove } from '../stats/distances/spreadMove.ts';
import { fQuantile } from '../stats/distributions/fQuantile.ts';
import { normalCdf, normalQuantile } from '../stats/distributions/normal.ts';
import { keptCategories } from '../stats/samples/foldCategories.ts';
import { type MoveKind, visibleMove } from '../stats/tests/sampleSize.ts';
import { type BlockTest, denominator } from './blockTest.ts';
import type { ColumnEvidence } from './columnEvidence.ts';
import type { WindowResult } from './testWindow.ts';

/** z of a power of 0.8. */
const powerZ = 0.8416;
/** Standard deviation of a distance, in parts of √(1/n + 1/m). */
const distanceSd = 0.8;
/** Numbers and columns of few values: the normal approximation of the distance is a little too kind to them. */
const fewValues = 3;
const fewValuesFactor = 1.2;

/** How much larger a comparison could be: its window, its reference. */
export interface Growth {
  readonly window: number;
  readonly reference: number;
}

/** What one asks about: the smallest move of a column that would have been seen as a whole. */
export interface VisibleQuestion {
  readonly evidence: ColumnEvidence;
  readonly result: WindowResult;
  /** For rows that are independent. */
  readonly shape: MoveKind;
  readonly limit: number;
  /** p that would have been an alert. */
  readonly alpha: number;
}

/**
 * Smallest share of rows whose move would be an alert with probability 0.8: significant at `alpha`, and beyond the limit. Numbers: all values shift
 * alike; categories: a move spread over all of them (`spreadMove`). Null when the whole is not tested. `growth`: were there so many times more rows.
 */
export function visibleShare(
  { evidence, result, shape, limit, alpha }: VisibleQuestion,
  growth: Growth = { window: 1, reference: 1 },
): number | null {
  if (result.p === null) return null;
  const rows = evidence.whole.rows * growth.window;
  const referenceRows = evidence.whole.referenceRows * growth.reference;
  const { blocks } = result;
  if (blocks === null || blocks.nu1 === null) {
    const seen = visibleMove(shape.kind === 'category' ? shape : { kind: 'number' }, referenceRows, rows, alpha);
    return Math.min(1, Math.max(seen, limit + powerZ * distanceSd * Math.sqrt(1 / rows + 1 / referenceRows)));
  }
  const expected = { window: blocks.expected.window / growth.window, reference: blocks.expected.reference / growth.reference };
  const features = evidence.whole.blocks?.features ?? 1;
  const beyondLimit = limit + powerZ * distanceSd * Math.sqrt((expected.window + expected.reference) / features);
  return Math.min(1, Math.max(byBlocks(evidence, blocks, expected, growth, alpha), beyondLimit));
}

function byBlocks(
  { kind, shares, whole }: ColumnEvidence,
  { nu1, runs }: BlockTest,
  expected: { readonly window: number; readonly reference: number },
  growth: Growth,
  alpha: number,
): number {
  const first = nu1 ?? 1;
  // More blocks of the reference tell more of how blocks differ.
  const independent = (g: number): number => 1 + (g - 1) * growth.reference;
  const second = denominator(first, expected, { window: independent(runs.window), reference: independent(runs.reference) });
  const e = expected.window + expected.reference;
  const needed = fQuantile(alpha, first, second) * e;
  const kappa = kind === 'number' ? 1 / Math.sqrt(first) : 1 / first;
  const move = distanceOf(kind, shares, whole.rows * growth.window);
  const seen = (t: number): boolean => {
    const q = move.distance(t);
    return q + e - powerZ * Math.sqrt((2 * e * e) / first + 4 * q * e * kappa + (2 * needed * needed) / second) >= needed;
  };
  if (!seen(move.most)) return 1;
  let low = 0;
  let high = move.most;
  while (high - low > 1e-5) {
    const middle = (low + high) / 2;
    if (seen(middle)) high = middle;
    else low = middle;
  }
  return high * (kind === 'number' || move.values <= fewValues ? fewValuesFactor : 1);
}

interface MoveDistance {
  readonly most: number;
  readonly values: number;
  /** Squared distance over the features when a share t of rows moves. */
  distance(t: number): number;
}

function distanceOf(kind: BinKind, shares: readonly number[], rows: number): MoveDistance {
  if (kind === 'number') {
    let sum = 0;
    const edges = shares
      .slice(0, -1)
      .map((share) => (sum += share))
      .filter((share) => share > 0 && share < 1);
    const before = edges.map((share) => ({ z: shareAngle(share), at: normalQuantile(share) }));
    const distance = (t: number): number => {
      if (t >= 1) return before.reduce((all, { z }) => all + Math.max(z, Math.PI - z) ** 2, 0);
      const shift = 2 * normalQuantile((1 + t) / 2);
      return before.reduce((all, { z, at }) => all + (shareAngle(normalCdf(at - shift)) - z) ** 2, 0);
    };
    return { most: 1, values: Number.POSITIVE_INFINITY, distance };
  }
  const kept = keptCategories(shares, rows);
  const rest = shares.slice(kept).reduce((sum, share) => sum + share, 0);
  const move = spreadMove([...shares.slice(0, kept), rest]);
  const z = move.before.map(shareAngle);
  return {
    most: move.most,
    values: move.before.filter((share) => share > 0).length,
    distance: (t) => move.after(t).reduce((sum, share, i) => sum + (shareAngle(share) - z[i]!) ** 2, 0),
  };
}
