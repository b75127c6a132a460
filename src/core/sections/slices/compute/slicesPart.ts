import type { SliceCondition } from '../../../check/subject.ts';
import { conditionOf } from '../../../read/segments/conditionOf.ts';
import type { BlockOf } from '../../../stats/blocks/blockedSides.ts';
import type { SegmentColumn, SegmentPair, SliceKey } from '../../../stats/groups/segmentColumn.ts';
import type { SliceRow, Slices } from '../result.ts';
import { segmentMetric } from './segmentMetric.ts';
import { worsenedSlices } from './worsenedSlices.ts';
import { worstSlices } from './worstSlices.ts';

const mostReported = 10;

/** Searches for the slices where the model is worst now, and where it got worse, and gives the measure by every group of every column. Rows of a block (a day) are taken together as far as they go together. */
export function slicesPart(
  segments: readonly SegmentPair[],
  loss: { readonly reference: Float64Array | null; readonly current: Float64Array },
  measure: Slices['measure'],
  blocks: { readonly reference: BlockOf; readonly current: BlockOf },
): Slices {
  const current = segments.map((s) => s.current);
  const reference = segments.map((s) => s.reference);
  const conditions = ({ conditions: keys }: SliceKey): SliceCondition[] =>
    keys.map(({ column, group }) => conditionOf(current[column]!, group));
  const now = worstSlices(current, loss.current, { most: mostReported }, blocks.current);
  const fallen =
    loss.reference === null
      ? null
      : worsenedSlices(
          { columns: reference, loss: loss.reference, blockOf: blocks.reference },
          { columns: current, loss: loss.current, blockOf: blocks.current },
          { most: mostReported },
        );
  const whole = now.mean * now.rows;
  const before = (key: SliceKey): number | null => (loss.reference === null ? null : meanIn(reference, loss.reference, key));
  return {
    measure,
    overall: now.mean,
    columns: current.map((c) => c.name),
    tested: now.tested,
    worst: now.slices.map(
      (slice): SliceRow => ({
        conditions: conditions(slice),
        n: slice.n,
        share: slice.share,
        value: slice.mean.value,
        low: slice.mean.low,
        high: slice.mean.high,
        rest: slice.restMean,
        reference: before(slice),
        p: slice.p,
        adjustedP: slice.q,
        impact: whole > 0 ? (slice.impact * now.rows) / whole : 0,
      }),
    ),
    highest: highestOf(now.slices.map(({ mean }) => mean.low)),
    fallen: (fallen?.slices ?? []).map(
      (slice): SliceRow => ({
        conditions: conditions(slice),
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
      }),
    ),
    bySegment: segments.map((segment) => {
      const past = loss.reference === null ? null : segmentMetric(segment.reference, loss.reference);
      return {
        column: segment.current.name,
        rows: segmentMetric(segment.current, loss.current, undefined, blocks.current).map(({ group, n, mean }) => ({
          condition: conditionOf(segment.current, group),
          n,
          value: mean?.value ?? null,
          low: finite(mean?.low),
          high: finite(mean?.high),
          reference: past?.[group]?.mean?.value ?? null,
        })),
      };
    }),
  };
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
