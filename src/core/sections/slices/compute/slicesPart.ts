import type { SliceCondition } from '../../../check/subject.ts';
import { conditionOf } from '../../../read/segments/conditionOf.ts';
import type { BlockOf } from '../../../stats/blocks/blockedSides.ts';
import type { SegmentColumn, SegmentPair, SliceKey } from '../../../stats/groups/segmentColumn.ts';
import type { SliceRow, Slices } from '../result.ts';
import { segmentMetric } from './segmentMetric.ts';
import { type WorsenedSlice, worsenedSlices } from './worsenedSlices.ts';
import { type WorstSlice, worstSlices } from './worstSlices.ts';

const mostReported = 10;

/** What is searched: a loss per row of each side, larger is worse, and the block (a day) of each row. */
interface SearchedLoss {
  readonly loss: { readonly reference: Float64Array | null; readonly current: Float64Array };
  readonly blocks: { readonly reference: BlockOf; readonly current: BlockOf };
}

/** Searches for the slices where the model is worst now, and where it got worse, and gives the measure by every group of every column. Rows of a block (a day) are taken together as far as they go together. */
export function slicesPart(
  segments: readonly SegmentPair[],
  loss: SearchedLoss['loss'],
  measure: Slices['measure'],
  blocks: SearchedLoss['blocks'],
): Slices {
  const columns = { reference: segments.map((s) => s.reference), current: segments.map((s) => s.current) };
  const now = worstSlices(columns.current, loss.current, { most: mostReported }, blocks.current);
  const fallen =
    loss.reference === null
      ? null
      : worsenedSlices(
          { columns: columns.reference, loss: loss.reference, blockOf: blocks.reference },
          { columns: columns.current, loss: loss.current, blockOf: blocks.current },
          { most: mostReported },
        );
  const before = (key: SliceKey): number | null => (loss.reference === null ? null : meanIn(columns.reference, loss.reference, key));
  return {
    measure,
    overall: now.mean,
    columns: columns.current.map((c) => c.name),
    tested: now.tested,
    worst: now.slices.map((slice) => worstRow(slice, columns.current, before(slice), now.mean * now.rows, now.rows)),
    highest: highestOf(now.slices.map(({ mean }) => mean.low)),
    fallen: (fallen?.slices ?? []).map((slice) => fallenRow(slice, columns.current)),
    bySegment: segments.map((segment) => metricByGroup(segment, { loss, blocks })),
  };
}

/** @param whole the loss of all `rows` rows together. */
function worstRow(slice: WorstSlice, columns: readonly SegmentColumn[], reference: number | null, whole: number, rows: number): SliceRow {
  return {
    conditions: conditionsOf(slice, columns),
    n: slice.n,
    share: slice.share,
    value: slice.mean.value,
    low: slice.mean.low,
    high: slice.mean.high,
    rest: slice.restMean,
    reference,
    p: slice.p,
    adjustedP: slice.q,
    impact: whole > 0 ? (slice.impact * rows) / whole : 0,
  };
}

function fallenRow(slice: WorsenedSlice, columns: readonly SegmentColumn[]): SliceRow {
  return {
    conditions: conditionsOf(slice, columns),
    n: slice.rows.current,
    share: slice.share,
    value: slice.current.value,
    low: slice.current.low,
    high: slice.current.high,
    rest: slice.restChange,
    reference: slice.reference.value,
    p: slice.p,
    adjustedP: slice.q,
    impact: slice.impact,
  };
}

function metricByGroup({ reference, current }: SegmentPair, { loss, blocks }: SearchedLoss): Slices['bySegment'][number] {
  const past = loss.reference === null ? null : segmentMetric(reference, loss.reference);
  return {
    column: current.name,
    rows: segmentMetric(current, loss.current, undefined, blocks.current).map(({ group, n, mean }) => ({
      condition: conditionOf(current, group),
      n,
      value: mean?.value ?? null,
      low: finite(mean?.low),
      high: finite(mean?.high),
      reference: past?.[group]?.mean?.value ?? null,
    })),
  };
}

function conditionsOf({ conditions }: SliceKey, columns: readonly SegmentColumn[]): SliceCondition[] {
  return conditions.map(({ column, group }) => conditionOf(columns[column]!, group));
}

function highestOf(bounds: readonly number[]): number | null {
  return bounds.length === 0 ? null : bounds.indexOf(Math.max(...bounds));
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function meanIn(columns: readonly SegmentColumn[], loss: Float64Array, { conditions }: SliceKey): number | null {
  let n = 0;
  let sum = 0;
  for (let i = 0; i < loss.length; i++) {
    if (Number.isNaN(loss[i]!) || !conditions.every(({ column, group }) => columns[column]!.codes[i] === group)) continue;
    n++;
    sum += loss[i]!;
  }
  return n === 0 ? null : sum / n;
}
