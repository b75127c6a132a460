import type { TestName } from '../check/verdict.ts';

/** A measure of drift as the page shows it: where its number stands among those of a window, and its names. */
export interface DriftMeasureText {
  readonly key: string;
  /** Fields of its number (null: the value itself), of its p, and of the number that stands in its name at `{0}`. */
  readonly field: string | null;
  readonly p: string | null;
  readonly named: string | null;
  /** It grows with the rows, and is written with as many digits as it needs. */
  readonly grows: boolean;
  /** Columns of numbers and of categories have it. */
  readonly everywhere: boolean;
  /** Tests of a decision whose number it is. */
  readonly tests: readonly TestName[];
  /** Where its colour is full; null: it has no place in the heatmap. */
  readonly fullColour: number | null;
  readonly name: string;
  readonly short: string;
  readonly spoken: string;
}
