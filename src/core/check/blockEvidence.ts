import type { BinKind } from '../stats/blocks/blockTable.ts';
import { keptCategories } from '../stats/samples/foldCategories.ts';
import { type FeatureSet, featureSet, writeFeatures } from './binFeatures.ts';
import type { ReferenceRuns, RunLength } from './referenceRuns.ts';
import { type SpanRuns, spanRuns } from './spanRuns.ts';

/** What a span cut into runs of one length says, before the correlation that all columns share is known. */
export interface RunEvidence extends RunLength, SpanRuns {
  readonly gamma: number;
  readonly d: number;
  readonly nu: number;
  readonly r: number;
}

/** All that the test of a window by blocks needs of a column: a few numbers, however many blocks there are. */
export interface BlockEvidence {
  /** Squared distance of window and reference over the features. */
  readonly distance: number;
  readonly features: number;
  readonly window: readonly RunEvidence[];
  readonly reference: readonly RunEvidence[];
}

/** A window of current: its counts (as the reference's are binned) and the rows of its blocks in time order. */
export interface BlockWindow {
  readonly counts: Float64Array;
  readonly rows: ArrayLike<number>;
}

/**
 * Collects the evidence of one window against the reference. `reference`: the counts of all of its rows. O(blocks of the window + bins²) beside what
 * `ReferenceRuns` computes once.
 */
export function blockEvidence(kind: BinKind, runs: ReferenceRuns, reference: Float64Array, window: BlockWindow): BlockEvidence {
  const rows = total(window.counts);
  const kept = kind === 'number' ? 0 : keptCategories(reference, rows);
  const features = featureSet(kind, kept, reference, window.counts);
  const evidence = (lengths: readonly RunLength[], span: (run: number) => SpanRuns): RunEvidence[] =>
    features.used.length === 0 ? [] : lengths.map((length) => ({ ...length, ...span(length.run), ...pick(runs, length, features) }));
  return {
    distance: squaredDistance(features, reference, window.counts),
    features: features.used.length,
    window: evidence(runs.lengthsOf(window.rows.length), (run) => spanRuns(window.rows, run)),
    reference: evidence(runs.lengthsOf(runs.blocks), (run) => runs.spanOf(run)),
  };
}

function pick(runs: ReferenceRuns, length: RunLength, features: FeatureSet): Pick<RunEvidence, 'gamma' | 'd' | 'nu' | 'r'> {
  const { gamma, d, nu, r } = runs.spread(length, features);
  return { gamma, d, nu, r };
}

function squaredDistance(features: FeatureSet, reference: Float64Array, window: Float64Array): number {
  const width = features.used.length;
  const z = new Float64Array(2 * width);
  writeFeatures(features, reference, total(reference), z, 0);
  writeFeatures(features, window, total(window), z, width);
  let sum = 0;
  for (let i = 0; i < width; i++) sum += (z[width + i]! - z[i]!) ** 2;
  return sum;
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return sum;
}
