import type { CategoryTable, SideCounts } from '../../../read/categoryTable.ts';
import type { SortedSide } from '../../../read/sortedSide.ts';
import { type MoveEvidence, moveEvidence } from '../../../stats/distances/movedShare.ts';
import { quantileSorted } from '../../../stats/samples/quantile.ts';
import { countInBins } from '../../../stats/samples/quantileBins.ts';
import type { Movement } from '../result.ts';
import { categoryMovement } from './categories.ts';
import { numericMovement } from './numericMovement.ts';

/** A column over the cells of the calendar that both sides hold, before its effect is made. */
export interface LikeColumn {
  readonly move: MoveEvidence;
  readonly movement: Movement;
  readonly medians: readonly [number, number] | null;
}

/** Both sides of a numeric column, ascending, as they lie in the cells that both hold. */
export interface LikeNumbers {
  readonly reference: Float64Array;
  readonly current: Float64Array;
  /** Rows that each side is worth: of the reference those of equal weight that would be as exact. */
  readonly rows: { readonly reference: number; readonly current: number };
}

/** Fewer rows are not compared. */
const fewestRows = 30;
/** Values kept of a side, evenly along their order: the share below any of them is true to 0.002 %. */
const mostValues = 50_000;

/**
 * Weights of the cells: of the reference what makes its rows lie in them as those of current do, of current 1. 0 where a side has no row. Null where too
 * few rows are left.
 */
function weightsOf(reference: Float64Array, current: Float64Array): (LikeNumbers['rows'] & { readonly of: Float64Array }) | null {
  const of = reference.map((rows, cell) => (rows > 0 ? current[cell]! / rows : 0));
  let [sum, squares, now] = [0, 0, 0];
  of.forEach((weight, cell) => {
    sum += weight * reference[cell]!;
    squares += weight * weight * reference[cell]!;
    if (weight > 0) now += current[cell]!;
  });
  const worth = squares > 0 ? (sum * sum) / squares : 0;
  return worth < fewestRows || now < fewestRows ? null : { of, reference: Math.round(worth), current: now };
}

/** The sides of a sorted column like for like; null where they are not compared so. O(n + m). */
export function likeNumbers(reference: SortedSide, current: SortedSide): LikeNumbers | null {
  const cells = reference.layout.likeCells;
  if (cells === 0 || reference.tags === null || current.tags === null) return null;
  const weights = weightsOf(rowsOfCells(reference, cells), rowsOfCells(current, cells));
  if (weights === null) return null;
  const { of, ...rows } = weights;
  return {
    reference: evenValues(reference, of, rows.current),
    current: evenValues(
      current,
      of.map((weight) => (weight > 0 ? 1 : 0)),
      rows.current,
    ),
    rows,
  };
}

function rowsOfCells({ tags, layout }: SortedSide, cells: number): Float64Array {
  const inPart = new Float64Array(layout.chunkOfPart.length);
  for (const part of tags ?? []) inPart[part]!++;
  const rows = new Float64Array(cells);
  layout.likeOfPart?.forEach((cell, part) => {
    if (cell >= 0) rows[cell]! += inPart[part]!;
  });
  return rows;
}

/** Values at even steps of the weight below them. `total`: the sum of all weights. */
function evenValues({ sorted, tags, layout }: SortedSide, weights: Float64Array, total: number): Float64Array {
  const ofPart = Float64Array.from(layout.likeOfPart!, (cell) => (cell < 0 ? 0 : weights[cell]!));
  const values = new Float64Array(Math.min(mostValues, Math.round(total)));
  const step = total / values.length;
  let filled = 0;
  let below = 0;
  for (let i = 0; i < sorted.length && filled < values.length; i++) {
    below += ofPart[tags![i]!]!;
    while (filled < values.length && below >= (filled + 0.5) * step) values[filled++] = sorted[i]!;
  }
  // What rounding leaves at the end is the largest value.
  values.fill(sorted[sorted.length - 1] ?? 0, filled);
  return values;
}

/** A numeric column like for like. `edges` of the bins of the effect. */
export function likeOfNumbers({ reference, current, rows }: LikeNumbers, edges: Float64Array, scale: number | null): LikeColumn {
  const counts = (values: Float64Array, worth: number): Float64Array =>
    countInBins(values, edges).map((count) => Math.round((count * worth) / values.length));
  return {
    move: moveEvidence(counts(reference, rows.reference), counts(current, rows.current)),
    movement: numericMovement(reference, current, scale),
    medians: [quantileSorted(reference, 0.5), quantileSorted(current, 0.5)],
  };
}

/** A column of categories like for like; null where it is not compared so. O(cells · categories). */
export function likeOfCategories(table: CategoryTable): LikeColumn | null {
  const { reference, current, values } = table;
  const cells = reference.perCell.length / Math.max(1, values.length);
  if (cells === 0 || current.perCell.length !== reference.perCell.length) return null;
  const rows = ({ perCell }: SideCounts): Float64Array => {
    const inCell = new Float64Array(cells);
    for (let i = 0; i < perCell.length; i++) inCell[Math.floor(i / values.length)]! += perCell[i]!;
    return inCell;
  };
  const weights = weightsOf(rows(reference), rows(current));
  if (weights === null) return null;
  const { of } = weights;
  const summed = ({ perCell }: SideCounts, weight: (cell: number) => number, worth: number): Float64Array => {
    const total = new Float64Array(values.length);
    for (let i = 0; i < perCell.length; i++) total[i % values.length]! += perCell[i]! * weight(Math.floor(i / values.length));
    return total.map((count) => (count * worth) / weights.current);
  };
  const before = summed(reference, (cell) => of[cell]!, weights.reference);
  const now = summed(current, (cell) => (of[cell]! > 0 ? 1 : 0), weights.current);
  return {
    move: moveEvidence(before.map(Math.round), now),
    movement: categoryMovement({ ...table, reference: { ...reference, total: before }, current: { ...current, total: now } }),
    medians: null,
  };
}
