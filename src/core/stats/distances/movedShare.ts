import { hypergeometricDeviation } from '../tests/hypergeometricDeviation.ts';

/** How far a window lies from the reference, and what is needed to take the noise out of that for any design effect. */
export interface MoveEvidence {
  /** Total variation distance over all bins. */
  readonly tvd: number;
  /** 1 / rows of the window + 1 / rows of the reference. */
  readonly scale: number;
  /** p (1 − p) of the pooled shares, and how many bins have it: pairs. */
  readonly spreads: Float64Array;
  /** Mean distance of windows of as many rows drawn from both sides together; 0 where there are few values. */
  readonly chance: number;
}

/** Columns of more values than this show a distance that the formula does not expect. */
const manyValues = 50;
/** Different pooled counts that are kept apart. */
const mostSpreads = 64;

/** Compares counts over the same bins, both sides with rows. `kinds`: see `mostSpreads`. O(bins), and O(different counts) for many values. */
export function moveEvidence(reference: ArrayLike<number>, window: ArrayLike<number>, kinds = mostSpreads): MoveEvidence {
  let n = 0;
  let m = 0;
  for (let i = 0; i < reference.length; i++) {
    n += reference[i]!;
    m += window[i]!;
  }
  let moved = 0;
  const alike = new Map<number, number>();
  for (let i = 0; i < reference.length; i++) {
    // Whole numbers below 2^53, so equal shares give exactly 0.
    moved += Math.abs(reference[i]! * m - window[i]! * n);
    const pooled = reference[i]! + window[i]!;
    if (pooled > 0) alike.set(pooled, (alike.get(pooled) ?? 0) + 1);
  }
  const scale = 1 / n + 1 / m;
  let values = 0;
  let chance = 0;
  for (const count of alike.values()) values += count;
  if (values > manyValues) for (const [pooled, bins] of alike) chance += (bins * scale * hypergeometricDeviation(n + m, pooled, m)) / 2;
  return { tvd: moved / (2 * n * m), scale, spreads: spreadsOf(alike, n + m, kinds), chance };
}

/** Largest first; the rarest are put together where there are too many kinds, which expects a little more noise than there is. */
function spreadsOf(alike: ReadonlyMap<number, number>, rows: number, most: number): Float64Array {
  const kinds = [...alike]
    .map(([pooled, bins]) => ({ spread: (pooled / rows) * (1 - pooled / rows), bins }))
    .sort((a, b) => b.spread - a.spread);
  const rare = kinds.splice(most - 1);
  if (rare.length > 0) {
    const bins = rare.reduce((sum, kind) => sum + kind.bins, 0);
    kinds.push({ spread: rare.reduce((sum, kind) => sum + kind.spread * kind.bins, 0) / bins, bins });
  }
  return Float64Array.from(kinds.flatMap(({ spread, bins }) => [spread, bins]));
}

/** Distance that is expected when nothing moved. `phi`: how many times the variance of independent rows. O(kinds). */
export function expectedDistance({ scale, spreads, chance }: MoveEvidence, phi: number): number {
  const factor = (2 / Math.PI) * scale * phi;
  let noise = 0;
  for (let i = 0; i < spreads.length; i += 2) noise += spreads[i + 1]! * Math.min(Math.sqrt(factor * spreads[i]!), 2 * spreads[i]!);
  return Math.max(noise / 2, chance);
}

/** The share of rows that moved: the distance without the noise that is in it, √max(0, tvd² − expected²). */
export function movedShare(evidence: MoveEvidence, phi: number): number {
  const expected = expectedDistance(evidence, phi);
  return Math.sqrt(Math.max(0, evidence.tvd * evidence.tvd - expected * expected));
}
