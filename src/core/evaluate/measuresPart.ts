import type { CancelSignal } from '../data/cancelSignal.ts';
import { standingSince } from '../drift/standingSince.ts';
import { type AllowedDrop, catalogue } from '../performance/catalogue.ts';
import { type DropVerdict, dropVerdicts } from '../performance/dropVerdict.ts';
import type { Measure } from '../performance/measure.ts';
import { tasks } from '../performance/tasks.ts';
import type { MeasureChange, MeasurePoint, MeasureRow, MeasureVerdict } from '../report/evaluation.ts';
import type { MeasureLimit } from '../report/spec.ts';
import { floorVerdict } from './floorVerdict.ts';
import { type MeasureContext, measuresOf } from './measuresOf.ts';
import { nextTurn } from './nextTurn.ts';
import type { Predictions } from './predictions.ts';
import { rowsOfChunks } from './rowsOfChunks.ts';
import { takeRows } from './takeRows.ts';

export interface MeasuresInput {
  readonly reference: Predictions | null;
  readonly current: Predictions;
  readonly context: MeasureContext;
  readonly limits: Readonly<Record<string, MeasureLimit>>;
  readonly chunks: { readonly reference: number; readonly current: number };
  readonly signal: CancelSignal;
}

/**
 * Every measure of current, beside reference where it has labels, over the whole and over chunks. The measures shown are one family: their drops are
 * judged together (Holm); so are the chunks of one measure. O(n log n).
 */
export async function measuresPart({ reference, current, context, limits, chunks, signal }: MeasuresInput): Promise<MeasureRow[]> {
  const now = measuresOf(current, context);
  const before = new Map((reference === null ? [] : measuresOf(reference, context)).map((m) => [keyOf(m), m]));
  const names: readonly string[] = tasks[context.task].shown;
  const isShown = (m: Measure): boolean => names.includes(m.name) || m.name in limits;
  const pair = (m: Measure) => ({ reference: before.get(keyOf(m))!, current: m, ...allowedOf(limits[m.name]) });
  const judged = now.filter((m) => isShown(m) && before.has(keyOf(m)));
  const verdicts = new Map(dropVerdicts(judged.map(pair)).map((verdict, i) => [keyOf(judged[i]!), verdict]));
  const ofParts = async (p: Predictions, count: number): Promise<ReadonlyMap<string, Measure>[]> => {
    const measured: ReadonlyMap<string, Measure>[] = [];
    for (const part of partsOf(p, count)) {
      await nextTurn();
      signal.throwIfAborted();
      measured.push(byKey(measuresOf(part, context)));
    }
    return measured;
  };
  const rowsPerUser = context.task === 'ranking' ? labelledRows(current) / Math.max(1, now[0]?.n ?? 0) : 1;
  const parts = await ofParts(current, chunks.current);
  const pastParts = reference === null ? [] : await ofParts(reference, chunks.reference);
  return [...now]
    .sort((a, b) => rank(names, a) - rank(names, b))
    .map((current): MeasureRow => {
      const key = keyOf(current);
      const past = before.get(key) ?? null;
      const drop = verdicts.get(key);
      const change = drop === undefined ? null : changeOf(drop, rowsPerUser);
      const floor = floorVerdict(current, limits[current.name]);
      const points = pointsOf(parts, key, past, limits[current.name]);
      const since = isShown(current) ? standingSince(points.map((p) => (p.verdict === null ? null : p.verdict === 'fail'))) : null;
      return {
        reference: past,
        current,
        shown: isShown(current),
        change,
        floor,
        verdict: since !== null ? 'fail' : worstOf(floor?.verdict ?? null, change?.verdict ?? null),
        since,
        chunks: points,
        referenceChunks: pointsOf(pastParts, key, null, undefined),
      };
    });
}

const gravity = { fail: 3, cannot_tell: 2, pass: 1, improved: 0 } as const;

function worstOf(a: MeasureVerdict | null, b: MeasureVerdict | null): MeasureVerdict | null {
  if (a === null || b === null) return a ?? b;
  return gravity[a] >= gravity[b] ? a : b;
}

function keyOf(m: Measure): string {
  return `${m.name}@${m.at ?? ''}`;
}

function byKey(measures: readonly Measure[]): ReadonlyMap<string, Measure> {
  return new Map(measures.map((m) => [keyOf(m), m]));
}

function rank(names: readonly string[], m: Measure): number {
  const at = names.indexOf(m.name);
  return at < 0 ? names.length : at;
}

function allowedOf(limit: MeasureLimit | undefined): { readonly allowed?: AllowedDrop } {
  return limit?.maxDrop === undefined ? {} : { allowed: { kind: 'absolute', change: limit.maxDrop } };
}

function changeOf({ outcome, difference, allowed, adjustedP, rowsNeeded }: DropVerdict, rowsPerUnit: number): MeasureChange | null {
  if (outcome === 'not_applicable' || difference === null) return null;
  const { interval } = difference;
  // The interval of the drop, turned to that of current minus reference.
  const up = difference.drop === difference.difference;
  const turned = interval === null ? null : up ? interval : { low: -interval.high, high: -interval.low, level: interval.level };
  return {
    difference: difference.difference,
    interval: turned,
    p: difference.pWorse,
    adjustedP,
    allowed: allowed ?? 0,
    verdict: outcome,
    rowsNeeded: rowsNeeded === null ? null : Math.ceil(rowsNeeded * rowsPerUnit),
  };
}

function partsOf(p: Predictions, chunks: number): Predictions[] {
  return p.chunkOf === null ? [] : rowsOfChunks(p.chunkOf, chunks).map((rows) => takeRows(p, rows));
}

function pointsOf(
  parts: readonly ReadonlyMap<string, Measure>[],
  key: string,
  reference: Measure | null,
  limit: MeasureLimit | undefined,
): MeasurePoint[] {
  const found = parts.map((measures) => measures.get(key) ?? null);
  const judged = reference === null ? [] : found.flatMap((m) => (m === null ? [] : [m]));
  const verdicts = reference === null ? [] : dropVerdicts(judged.map((m) => ({ reference, current: m, ...allowedOf(limit) })));
  return found.map((m, chunk): MeasurePoint => {
    const verdict = m === null ? undefined : verdicts[judged.indexOf(m)];
    return {
      chunk,
      value: m?.value ?? null,
      low: m?.interval?.low ?? null,
      high: m?.interval?.high ?? null,
      n: m?.n ?? 0,
      reason: m === null ? 'no_rows' : m.reason,
      verdict: verdict === undefined || verdict.outcome === 'not_applicable' ? null : verdict.outcome,
    };
  });
}

/** Rows with a relevance: measures of a ranking rest on users, the rows needed are told in rows of the file. */
function labelledRows({ target }: Predictions): number {
  let rows = 0;
  for (const value of target ?? []) if (!Number.isNaN(value)) rows++;
  return rows;
}

/** Whether a text is the code of a measure. */
export function isMeasureName(name: string): boolean {
  return Object.hasOwn(catalogue, name);
}
