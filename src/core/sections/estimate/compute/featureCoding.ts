import { binOf, quantileEdges } from '../../../stats/samples/quantileBins.ts';

/** A column that a model of the error may look at. */
export type Feature =
  /** NaN: missing. */
  | { readonly kind: 'number'; readonly values: Float64Array }
  /** Index into `levels`; −1: missing. */
  | { readonly kind: 'category'; readonly codes: Int32Array; readonly levels: readonly string[] };

/** How the values of a feature become small whole numbers: 0 missing, else 1 + the number of edges below. */
export type FeatureCoding =
  | { readonly kind: 'number'; readonly edges: Float64Array; readonly low: number; readonly high: number; readonly missing: boolean }
  | {
      readonly kind: 'category';
      readonly edges: Float64Array;
      /** Mean target of each level seen, drawn towards the mean of all. */
      readonly means: ReadonlyMap<string, number>;
      readonly mean: number;
      readonly missing: boolean;
    };

/** Bins of values; with that of missing ones they fit into a byte. */
const mostBins = 254;
/** Rows of the overall mean that a category's mean is mixed with, so that rare ones say little. */
const prior = 20;

/** Codes a numeric feature by quantile bins of the given rows. O(n log n). */
export function codeNumbers(values: Float64Array, rows: Uint32Array): FeatureCoding {
  const sorted = Float64Array.from(rows, (row) => values[row]!)
    .filter(Number.isFinite)
    .sort();
  return {
    kind: 'number',
    edges: quantileEdges(sorted, mostBins),
    low: sorted[0] ?? Number.NaN,
    high: sorted[sorted.length - 1] ?? Number.NaN,
    missing: sorted.length < rows.length,
  };
}

/** Codes a category by the mean target of its level over the given rows (target encoding). O(n). */
export function codeCategories(
  { codes, levels }: Extract<Feature, { kind: 'category' }>,
  rows: Uint32Array,
  targets: Float64Array,
): FeatureCoding {
  const sums = new Float64Array(levels.length);
  const counts = new Float64Array(levels.length);
  let total = 0;
  let missing = false;
  for (const row of rows) {
    total += targets[row]!;
    const code = codes[row]!;
    if (code < 0) {
      missing = true;
      continue;
    }
    sums[code]! += targets[row]!;
    counts[code]!++;
  }
  const mean = rows.length > 0 ? total / rows.length : 0;
  const means = new Map<string, number>();
  levels.forEach((level, code) => {
    if (counts[code]! > 0) means.set(level, (sums[code]! + prior * mean) / (counts[code]! + prior));
  });
  const sorted = Float64Array.from(rows, (row) => (codes[row]! < 0 ? Number.NaN : means.get(levels[codes[row]!]!)!))
    .filter(Number.isFinite)
    .sort();
  return { kind: 'category', edges: quantileEdges(sorted, mostBins), means, mean, missing };
}

/**
 * Codes of all features of the given rows, row after row: entry r · features.length + f. A feature whose kind is not that of its coding is
 * missing throughout. A level never seen stands at the mean. O(rows · features · log bins).
 */
export function codeRows(codings: readonly FeatureCoding[], features: readonly Feature[], rows: Uint32Array): Uint8Array {
  const width = codings.length;
  const coded = new Uint8Array(rows.length * width);
  codings.forEach((coding, f) => {
    const feature = features[f]!;
    if (coding.kind === 'number' && feature.kind === 'number') {
      for (let r = 0; r < rows.length; r++) {
        const x = feature.values[rows[r]!]!;
        coded[r * width + f] = Number.isNaN(x) ? 0 : 1 + binOf(x, coding.edges);
      }
    } else if (coding.kind === 'category' && feature.kind === 'category') {
      const bins = feature.levels.map((level) => 1 + binOf(coding.means.get(level) ?? coding.mean, coding.edges));
      for (let r = 0; r < rows.length; r++) {
        const code = feature.codes[rows[r]!]!;
        coded[r * width + f] = code < 0 ? 0 : bins[code]!;
      }
    }
  });
  return coded;
}

/** Share of the given rows that a feature's reference says nothing of: beyond its range, a level never seen, missing when none was. */
export function outsideCoding(coding: FeatureCoding, feature: Feature, rows: Uint32Array): number {
  if (coding.kind !== feature.kind) return 1;
  let outside = 0;
  if (coding.kind === 'number' && feature.kind === 'number') {
    for (const row of rows) {
      const x = feature.values[row]!;
      if (Number.isNaN(x) ? !coding.missing : x < coding.low || x > coding.high) outside++;
    }
  } else if (coding.kind === 'category' && feature.kind === 'category') {
    const isKnown = feature.levels.map((level) => coding.means.has(level));
    for (const row of rows) {
      const code = feature.codes[row]!;
      if (code < 0 ? !coding.missing : !isKnown[code]) outside++;
    }
  }
  return rows.length > 0 ? outside / rows.length : 0;
}
