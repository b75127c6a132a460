import { limitVerdict } from '../../../check/limitVerdict.ts';
import type { ColumnReader } from '../../../read/columnReader.ts';
import type { ColumnReaders } from '../../../read/columnReaders.ts';
import { resourceCode } from '../../../report/resourceCode.ts';
import { type ResourceColumn, type ResourceFigure, resourceFigures } from '../../../roles/resourceColumns.ts';
import type { MeasureLimit } from '../../../spec/spec.ts';
import { normalQuantile } from '../../../stats/distributions/normal.ts';
import { normalDifference } from '../../../stats/intervals/deLong.ts';
import { quantileInterval } from '../../../stats/intervals/quantileInterval.ts';
import { meanInterval, type SampleSummary, welch } from '../../../stats/intervals/welch.ts';
import { moments } from '../../../stats/samples/moments.ts';
import { quantileSorted } from '../../../stats/samples/quantile.ts';
import type { BehaviourNumber } from '../../predictions/result.ts';
import type { Resource } from '../result.ts';

const alpha = 0.05;

/** A resource on one side: finite values ascending, and their mean. */
interface Side {
  readonly sorted: Float64Array;
  readonly summary: SampleSummary;
  /** Held for it. */
  readonly bytes: number;
}

/**
 * What training or predicting cost, passed through: mean (Student), median and 95 % quantile (order statistics) of each side with intervals, and
 * their change (Welch; for quantiles the normal distribution with the variances that the intervals imply). Nothing is judged unless a limit is
 * set. One pass for each column; O(n log n).
 */
export async function resourcesPart(
  columns: readonly ResourceColumn[],
  readers: ColumnReaders,
  limits: Readonly<Record<string, MeasureLimit>>,
): Promise<Resource[]> {
  const resources: Resource[] = [];
  for (const { column, evidence } of columns) {
    const current = await read(readers.current, column);
    const known = readers.reference?.info.columns.some(({ name, kind }) => name === column && kind === 'number') ?? false;
    const reference = known ? await read(readers.reference!, column) : null;
    resources.push({
      column,
      evidence,
      n: { reference: reference?.sorted.length ?? null, current: current.sorted.length },
      figures: resourceFigures.map((of) => figure(of, reference, current, limits[resourceCode(of, column)])),
    });
    readers.current.budget.release(current.bytes + (reference?.bytes ?? 0));
  }
  return resources;
}

async function read(reader: ColumnReader, column: string): Promise<Side> {
  const [values] = await reader.numbers([column]);
  let n = 0;
  for (const value of values!) if (Number.isFinite(value)) values![n++] = value;
  const finite = values!.subarray(0, n);
  const { mean, sd } = moments(finite);
  return { summary: { n, mean, variance: sd * sd }, sorted: finite.sort(), bytes: values!.byteLength };
}

function figure(of: ResourceFigure, reference: Side | null, current: Side, limit: MeasureLimit | undefined): Resource['figures'][number] {
  const now = numberOf(of, current);
  const before = reference === null ? null : numberOf(of, reference);
  return {
    of,
    reference: before,
    current: now,
    difference: reference === null || before === null ? null : differenceOf(of, { reference, before }, { current, now }),
    floor: limitVerdict(now.value, now, limit),
  };
}

const unknown: BehaviourNumber = { value: null, low: null, high: null };

function numberOf(of: ResourceFigure, { sorted, summary }: Side): BehaviourNumber {
  if (sorted.length === 0) return unknown;
  if (of === 'mean') return { value: summary.mean, low: null, high: null, ...meanInterval(summary, alpha) };
  const q = quantile(of);
  return { value: quantileSorted(sorted, q), low: null, high: null, ...quantileInterval(sorted, q, alpha) };
}

function differenceOf(
  of: ResourceFigure,
  { reference, before }: { readonly reference: Side; readonly before: BehaviourNumber },
  { current, now }: { readonly current: Side; readonly now: BehaviourNumber },
): BehaviourNumber | null {
  if (before.value === null || now.value === null) return null;
  const value = now.value - before.value;
  if (of === 'mean') {
    const test = welch(current.summary, reference.summary, alpha);
    return { value, low: test?.low ?? null, high: test?.high ?? null };
  }
  const { low, high } = normalDifference(value, variance(before) + variance(now), alpha);
  return { value, low, high };
}

/** Squared standard error that the width of an interval implies. */
function variance({ low, high }: BehaviourNumber): number {
  return (((high ?? 0) - (low ?? 0)) / (2 * -normalQuantile(alpha / 2))) ** 2;
}

function quantile(of: 'median' | 'p95'): number {
  return of === 'median' ? 0.5 : 0.95;
}
