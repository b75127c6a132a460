import type { ItemDistance } from '../../../measures/ranking/itemDistance.ts';
import type { ColumnReader } from '../../../read/columnReader.ts';
import type { EvaluationInput } from '../../../read/evaluationInput.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { segmentNames } from '../../../read/segments/readSegments.ts';
import type { EvaluationColumns } from '../../../report/evaluationColumns.ts';
import { type ItemFeature, itemFeatures } from './itemFeatures.ts';

/** More values than this have no code of their own and count as missing. */
const mostValues = 32_767;
/** Items must come back this often on average: else every column seems to describe them. */
const leastRowsPerItem = 2;

/**
 * Distance of items by every column that has one value for each item (genre, year), Gower's: the mean over the columns known of both, 0 or 1 for
 * categories, the difference in relation to the range for numbers. Null when no column describes the items or items hardly come back.
 * O(rows × columns); the distance O(columns).
 *
 * Source: J. Gower, Biometrics 27 (1971).
 */
export async function itemDistance(
  input: EvaluationInput,
  columns: EvaluationColumns,
  predictions: { readonly reference: Predictions | null; readonly current: Predictions },
): Promise<ItemDistance | null> {
  const { segments: _, ...evaluate } = input.spec.evaluate ?? {};
  const names = segmentNames({ ...input, spec: { ...input.spec, evaluate } }, columns);
  const sides: { readonly reader: ColumnReader; readonly items: Float64Array }[] = [];
  const indexOf = new Map<number, number>();
  let rows = 0;
  for (const side of ['current', 'reference'] as const) {
    const reader = input.readers[side];
    const items = predictions[side]?.items ?? null;
    if (reader === null || items === null) continue;
    sides.push({ reader, items });
    for (const item of items) {
      if (Number.isNaN(item)) continue;
      rows++;
      if (!indexOf.has(item)) indexOf.set(item, indexOf.size);
    }
  }
  if (sides.length === 0 || rows < leastRowsPerItem * indexOf.size) return null;
  const indexed = sides.map(({ reader, items }) => ({ reader, index: Int32Array.from(items, (item) => indexOf.get(item) ?? -1) }));
  const features = await itemFeatures(indexed, names, { items: indexOf.size, mostValues });
  return features.length === 0 ? null : { indexOf, between: gower(features) };
}

/** Gower's distance over features. */
export function gower(features: readonly ItemFeature[]): ItemDistance['between'] {
  const scaled = features.map(({ kind, ofItem }) => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const value of ofItem) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    return { kind, ofItem, width: high - low };
  });
  return (a, b) => {
    let sum = 0;
    let known = 0;
    for (const { kind, ofItem, width } of scaled) {
      const apart = Math.abs((ofItem[a] ?? Number.NaN) - (ofItem[b] ?? Number.NaN));
      if (Number.isNaN(apart)) continue;
      known++;
      if (apart > 0) sum += kind === 'category' ? 1 : apart / width;
    }
    return known === 0 ? 1 : sum / known;
  };
}
