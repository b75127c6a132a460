import type { BinKind } from '../stats/blocks/blockTable.ts';
import { shareAngle } from '../stats/distances/shareAngle.ts';

/** Which features of a column a window is compared by. */
export interface FeatureSet {
  readonly kind: BinKind;
  /** Categories: bins with a feature of their own; all others are one more. Numbers: all inner edges. */
  readonly kept: number;
  /** Features in use: those that are neither 0 nor 1 on both sides together. */
  readonly used: readonly number[];
  /** Tells sets apart. */
  readonly key: string;
}

/** Share of `rows` that feature `i` is the angle of. Numbers: cumulated up to edge i. Categories: bin i, or all beyond the kept. */
function shareOf({ kind, kept }: Pick<FeatureSet, 'kind' | 'kept'>, i: number, counts: ArrayLike<number>, rows: number): number {
  if (kind === 'category' && i < kept) return counts[i]! / rows;
  let sum = 0;
  if (kind === 'category') for (let bin = kept; bin < counts.length; bin++) sum += counts[bin]!;
  else for (let bin = 0; bin <= i; bin++) sum += counts[bin]!;
  return sum / rows;
}

/** The features that two sides differ by at all. `kept`: see `keptCategories`; of no account for numbers. O(bins²) at most. */
export function featureSet(kind: BinKind, kept: number, reference: ArrayLike<number>, window: ArrayLike<number> | null): FeatureSet {
  const bins = reference.length;
  const both = Float64Array.from(reference, (count, bin) => count + (window?.[bin] ?? 0));
  const rows = both.reduce((sum, count) => sum + count, 0);
  const features = kind === 'number' ? bins - 1 : kept + 1;
  const used = Array.from({ length: features }, (_, i) => i).filter((i) => {
    const share = shareOf({ kind, kept }, i, both, rows);
    return share > 0 && share < 1;
  });
  return { kind, kept, used, key: `${kept}/${used.join()}` };
}

/** Writes the used features of the counts of `rows` rows into `into`, from `to` on. */
export function writeFeatures(features: FeatureSet, counts: ArrayLike<number>, rows: number, into: Float64Array, to: number): void {
  const { kind, used } = features;
  if (kind === 'category') {
    for (let j = 0; j < used.length; j++) into[to + j] = shareAngle(shareOf(features, used[j]!, counts, rows));
    return;
  }
  let sum = 0;
  for (let j = 0, bin = 0; j < used.length; j++) {
    for (; bin <= used[j]!; bin++) sum += counts[bin]!;
    into[to + j] = shareAngle(sum / rows);
  }
}
