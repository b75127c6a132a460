import type { TestName } from '../../check/verdict.ts';
import type { RowTest } from '../../check/windowEvidence.ts';
import type { Translate } from '../../words/translate.ts';
import type { Direction } from '../definition.ts';

/**
 * nats: as the natural logarithm counts. index: no unit, 0 to 1. robust_sd: multiples of the reference's robust standard deviation. statistic: that of a
 * test, which grows with the rows.
 */
export type DriftUnit = 'nats' | 'index' | 'robust_sd' | 'statistic';

/** How a column was compared. */
export type ComparedAs = 'number' | 'category';

/** A number beside the verdict: what it is, where it stands in the report, and its names. It decides nothing; only the tests it names do. */
export interface DriftMeasure {
  /** Head of its column in CSV, and its name in the table of measures. */
  readonly id: string;
  readonly unit: DriftUnit;
  readonly direction: Direction;
  readonly range: readonly [number, number];
  /** Columns that have it. */
  readonly of: readonly ComparedAs[];
  /** Its value among those of a window (`DriftValues`), and the field in it that is shown; null where the value is the number. */
  readonly key: string;
  readonly field: string | null;
  /** Field of its p, of its unrounded number in CSV, and of the number that its name tells at `{0}`; absent: none. */
  readonly p?: string;
  readonly csv?: string | null;
  readonly named?: string;
  /** Tests of a decision whose number this is. */
  readonly tests: readonly TestName[];
  /** Where its colour in the heatmap is full; null: it is not shown there. */
  readonly fullColour: number | null;
  name(t: Translate): string;
  /** The head of a column. */
  short(t: Translate): string;
  /** Within a sentence about one cell; absent: its name. */
  spoken?(t: Translate): string;
  /** What it is, in a sentence without its stop. */
  about(t: Translate): string;
}

/** A window and its reference, as the measures of drift take them. */
export interface DriftWindow {
  readonly comparedAs: ComparedAs;
  /** Counts of both sides on the same bins or categories. */
  readonly reference: Float64Array;
  readonly current: Float64Array;
  /** What the values say, of columns of numbers (also those compared as categories); null when a side has none. */
  readonly values: DriftDistances | null;
  /** The test by rows of numbers. */
  readonly row: RowTest | null;
}

/** Distances of a window's values from those of the reference. */
export interface DriftDistances {
  /** Values of the reference and of the window. */
  readonly n: number;
  readonly m: number;
  /** Largest distance of the distribution functions, and the area between them. */
  readonly d: number;
  readonly wasserstein: number;
  /** Robust standard deviation of the reference. */
  readonly scale: number | null;
}
