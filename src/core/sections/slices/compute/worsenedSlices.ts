import { normalQuantile } from '../../../stats/distributions/normal.ts';
import { meansContrast } from '../../../stats/groups/contrast.ts';
import { contrastInterval, type GroupInterval, gapInterval, groupMeanInterval } from '../../../stats/groups/groupInterval.ts';
import { groupSums } from '../../../stats/groups/groupSums.ts';
import { lossKind } from '../../../stats/groups/lossKind.ts';
import type { SliceKey } from '../../../stats/groups/segmentColumn.ts';
import { meanOf, minus, type Sums, varianceOf } from '../../../stats/groups/sums.ts';
import type { SliceSide } from './mergeOverlapping.ts';
import { rankedSlices } from './rankedSlices.ts';
import { minRowsOf, type SliceOptions } from './sliceOptions.ts';
import type { Candidate } from './sliceSearch.ts';

/** A group of rows whose loss rose by more than that of all other rows. */
export interface WorsenedSlice extends SliceKey {
  readonly rows: { readonly reference: number; readonly current: number };
  /** Share of current's rows. */
  readonly share: number;
  readonly reference: GroupInterval;
  readonly current: GroupInterval;
  /** Current less reference in the slice. */
  readonly change: GroupInterval;
  /** Current less reference in all other rows. */
  readonly restChange: number;
  /** Change less restChange: the difference in differences. */
  readonly excess: GroupInterval;
  /** Share times excess: the part of the rise of the mean loss that is the slice's own. */
  readonly impact: number;
  readonly statistic: number;
  readonly p: number;
  readonly q: number;
  /** Slices not reported on their own because they are mostly these rows. */
  readonly overlapping: readonly SliceKey[];
}

export interface WorsenedSlices {
  /** Rows with a loss. */
  readonly rows: { readonly reference: number; readonly current: number };
  readonly mean: { readonly reference: number; readonly current: number };
  readonly minRows: number;
  readonly tested: number;
  readonly worse: number;
  readonly slices: readonly WorsenedSlice[];
}

/**
 * Groups of rows, one condition or two, whose mean loss rose from reference to current, beyond chance, and by more than that of all other rows: where a
 * model got worse. A rise that is the same everywhere belongs to no slice and is not reported here, nor is a group that improved by less than others.
 *
 * Difference in differences of four means, variance in the slice on each side not below that of the side's rows together, Satterthwaite's
 * degrees of freedom, false discovery rate over all tests held at alpha; nested and overlapping slices reported once, as in
 * `worstSlices`. Slices without enough rows on one side (a new city) are not tested.
 *
 * Where rows have blocks (days), tests and intervals take the rows of a block together as far as they go together.
 *
 * @param reference, current the same columns in the same order with the same groups.
 */
export function worsenedSlices(reference: SliceSide, current: SliceSide, options: SliceOptions = {}): WorsenedSlices {
  const { alpha = 0.05 } = options;
  const kinds = { reference: lossKind(reference.loss), current: lossKind(current.loss) };
  const minRows = minRowsOf(options, kinds.current.rows);
  const pairs = options.pairs === false ? undefined : { minRows };
  // Errors of one side may all be 0: whether the loss is a rate is decided on both, and both are shifted alike.
  const binary = kinds.reference.binary && kinds.current.binary;
  const shift = binary ? 0 : kinds.current.mean;
  const sumsOf = ({ columns, loss, blockOf = null }: SliceSide) => groupSums(columns, loss, { pairs, shift, binary, blockOf });
  const [now, was] = [sumsOf(current), sumsOf(reference)];
  const floors = { now: varianceOf(now.all), was: varianceOf(was.all) };
  const contrastOf = ([nowIn, wasIn]: readonly Sums[], [nowOut, wasOut]: readonly Sums[]) =>
    meansContrast([
      { sums: nowIn!, floor: floors.now, side: 0 },
      { sums: wasIn!, floor: floors.was, side: 1 },
      { sums: wasOut!, floor: 0, side: 1 },
      { sums: nowOut!, floor: 0, side: 0 },
    ]);
  const changeOf = ([nowIn, wasIn]: readonly Sums[]) =>
    meansContrast([
      { sums: nowIn!, floor: 0, side: 0 },
      { sums: wasIn!, floor: 0, side: 1 },
    ]);
  // Where all improved, what improved less did not get worse.
  const z = -normalQuantile(alpha / 2);
  const rose = ({ sums }: Candidate): boolean => {
    const { estimate, se } = changeOf(sums);
    return estimate - z * se > 0;
  };
  const { tested, worse, slices } = rankedSlices({ sides: [current, reference], tallied: [now, was], contrastOf }, minRows, options, rose);
  return {
    rows: { reference: kinds.reference.rows, current: kinds.current.rows },
    mean: { reference: meanOf(was.all) + shift, current: meanOf(now.all) + shift },
    minRows,
    tested,
    worse,
    slices: slices.map(({ slice, overlapping }): WorsenedSlice => {
      const [nowIn, wasIn] = slice.sums as [Sums, Sums];
      const change = changeOf(slice.sums);
      return {
        conditions: slice.conditions,
        rows: { reference: wasIn.n, current: nowIn.n },
        share: nowIn.n / now.all.n,
        reference: groupMeanInterval(wasIn, shift, binary, alpha),
        current: groupMeanInterval(nowIn, shift, binary, alpha),
        change: gapInterval(change, nowIn, wasIn, binary, alpha),
        restChange: meanOf(minus(now.all, nowIn)) - meanOf(minus(was.all, wasIn)),
        excess: contrastInterval(slice.contrast, alpha),
        impact: slice.impact,
        statistic: slice.contrast.statistic,
        p: slice.contrast.p,
        q: slice.q,
        overlapping: overlapping.map(({ conditions }) => ({ conditions })),
      };
    }),
  };
}
