import { noBucket } from '../../../data/rowKey.ts';
import { measureDifference } from '../../../measures/measureDifference.ts';
import { measuresByBlock } from '../../../measures/measuresByBlock.ts';
import type { MeasureContext } from '../../../measures/measuresOf.ts';
import { calendarCell, seasonMonths } from '../../../read/chunks/calendarCells.ts';
import type { RowLayout } from '../../../read/chunks/rowLayout.ts';
import type { EvaluationInput } from '../../../read/evaluationInput.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { takeRows } from '../../../read/takeRows.ts';
import type { MeasureRow, ModelVerdict, Season } from '../result.ts';

/** Months that both hold are compared by themselves from this share of current's rows on. */
const leastShare = 0.3;

/**
 * Which months current holds and the reference lacks, and the headline's measure over the months that both hold. Null when the reference lacks none, or
 * without a time axis.
 */
export function seasonPart(
  { calendar, layouts }: Pick<EvaluationInput, 'calendar' | 'layouts'>,
  {
    reference,
    current,
    context,
  }: { readonly reference: Predictions | null; readonly current: Predictions; readonly context: MeasureContext },
  measures: readonly MeasureRow[],
  { primary, against }: ModelVerdict,
): Season | null {
  if (calendar === null || layouts.reference === null) return null;
  const { unitMs } = calendar;
  const months = seasonMonths({ buckets: layouts.reference.buckets, unitMs }, { buckets: layouts.current.buckets, unitMs });
  if (months === null || months.missing.length === 0) return null;
  const now = rowsOfMonths(layouts.current, unitMs, months.common);
  const share = now.length / Math.max(1, current.rows);
  const of = against ?? primary;
  const none = { ...months, share, like: null };
  if (share < leastShare || reference === null || of === null || calendar.by === 'group') return none;
  const { name, at } = measures[of]!.current;
  const find = (p: Predictions, rows: Uint32Array, spread: Parameters<typeof measuresByBlock>[2]) => {
    const found = measuresByBlock(takeRows(p, rows), context, spread);
    return { ...found, measure: found.measures.find((m) => m.name === name && m.at === at) ?? null };
  };
  const past = find(reference, rowsOfMonths(layouts.reference, unitMs, months.common), null);
  const is = find(current, now, past.spread);
  const found = past.measure === null || is.measure === null ? null : measureDifference(past.measure, is.measure);
  if (found === null) return none;
  const { interval, drop, difference } = found;
  const turned = interval === null || drop === difference ? interval : { low: -interval.high, high: -interval.low, level: interval.level };
  return {
    ...none,
    like: { measure: name, reference: past.measure!.value!, current: is.measure!.value!, difference, interval: turned },
  };
}

/** Rows of a dataset in some months of the year, in file order. O(rows). */
function rowsOfMonths(layout: RowLayout, unitMs: number, months: readonly number[]): Uint32Array {
  const { partOf, bucketOfPart } = layout;
  if (partOf === null) return new Uint32Array(0);
  const wanted = Uint8Array.from(bucketOfPart, (bucket) =>
    bucket !== noBucket && months.includes(calendarCell('month', bucket, unitMs)) ? 1 : 0,
  );
  const rows: number[] = [];
  for (let i = 0; i < partOf.length; i++) if (wanted[partOf[i]!] === 1) rows.push(i);
  return Uint32Array.from(rows);
}
