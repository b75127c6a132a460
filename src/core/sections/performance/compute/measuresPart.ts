import { type DropVerdict, excused, type MeasureDecision, measureDecisions } from '../../../check/dropVerdict.ts';
import { floorVerdict } from '../../../check/limitVerdict.ts';
import { measureVerdict } from '../../../check/measureVerdict.ts';
import { percentageExcuse } from '../../../check/percentageExcuse.ts';
import type { MeasureChange, MeasureExcuse } from '../../../check/verdict.ts';
import type { CancelSignal } from '../../../data/cancelSignal.ts';
import type { AllowedDrop } from '../../../measures/definition.ts';
import { type Measure, type UndefinedReason, undefinedMeasure } from '../../../measures/measure.ts';
import { measureDifference } from '../../../measures/measureDifference.ts';
import { measuresByBlock, type ReferenceSpread } from '../../../measures/measuresByBlock.ts';
import type { MeasureContext } from '../../../measures/measuresOf.ts';
import { catalogue, isMeasureName, type MeasureName } from '../../../measures/registry.ts';
import { shownMeasures } from '../../../measures/tasks.ts';
import { nextTurn } from '../../../read/nextTurn.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { rowsOfChunks } from '../../../read/rowsOfChunks.ts';
import { takeRows } from '../../../read/takeRows.ts';
import { resourceLimit } from '../../../roles/resourceColumns.ts';
import type { MeasureLimit } from '../../../spec/spec.ts';
import type { MeasurePoint, MeasureRow } from '../result.ts';

export interface MeasuresInput {
  readonly reference: Predictions | null;
  readonly current: Predictions;
  readonly context: MeasureContext;
  readonly limits: Readonly<Record<string, MeasureLimit>>;
  readonly chunks: { readonly reference: number; readonly current: number };
  readonly signal: CancelSignal;
}

/** A measure with what was found out about it before the family is decided. */
interface Found {
  readonly key: string;
  readonly current: Measure;
  readonly past: Measure | null;
  readonly parts: readonly (Measure | null)[];
  readonly shown: boolean;
  readonly excuse: MeasureExcuse | null;
}

/**
 * Every measure of current, beside reference where it has labels, over the whole and over chunks; where rows of a day go together, by days. The
 * measures shown are one family: each is one hypothesis over its whole and its chunks, decided by Holm. A measure that a limit was set for and that
 * cannot be computed stands there without a value, and its limit fails. O(n log n).
 */
export async function measuresPart(input: MeasuresInput): Promise<MeasureRow[]> {
  const { reference, current, context, limits, chunks, signal } = input;
  const past = reference === null ? null : measuresByBlock(reference, context, null);
  const spread = past?.spread ?? null;
  const ofParts = async (p: Predictions, count: number, by: ReferenceSpread | null): Promise<ReadonlyMap<string, Measure>[]> => {
    const measured: ReadonlyMap<string, Measure>[] = [];
    for (const part of partsOf(p, count)) {
      await nextTurn();
      signal.throwIfAborted();
      measured.push(byKey(measuresByBlock(part, context, by).measures));
    }
    return measured;
  };
  const measured = measuresByBlock(current, context, spread).measures;
  const now = [...measured, ...notComputed(limits, measured, context, current)];
  const before = byKey(past?.measures ?? []);
  const parts = await ofParts(current, chunks.current, spread);
  const pastParts = reference === null ? [] : await ofParts(reference, chunks.reference, spread);
  const names = shownNames(input, now);
  const found = [...now]
    .sort((a, b) => rank(names, a) - rank(names, b))
    .map((m): Found => {
      const key = keyOf(m);
      const own = before.get(key) ?? null;
      return {
        key,
        current: m,
        past: own,
        parts: parts.map((part) => part.get(key) ?? null),
        shown: names.includes(m.name) || m.name in limits,
        excuse: m.name === 'mape' ? percentageExcuse(reference, current, allowedRise(own, limits.mape), rose(own, m, limits.mape)) : null,
      };
    });
  const judged = found.filter(({ shown, past: own, excuse }) => shown && own !== null && excuse === null);
  const pairOf = (of: Found) => ({
    reference: of.past!,
    current: of.current,
    // Chunks that grow by chance are shown and not held against the whole of reference, which has many times their rows.
    chunks: catalogue[of.current.name].grownByChance ? [] : of.parts,
    ...allowedOf(limits[of.current.name]),
  });
  const decisions = new Map(measureDecisions(judged.map(pairOf)).map((decision, i) => [judged[i]!.key, decision]));
  const rowsPerUser = context.task === 'ranking' ? labelledRows(current) / Math.max(1, now[0]?.n ?? 0) : 1;
  // An excused measure is shown with its change and never an alarm.
  for (const of of found.filter(({ excuse, past: own }) => excuse !== null && own !== null))
    decisions.set(of.key, excused(measureDecisions([{ ...pairOf(of), chunks: [] }])[0]!, of.parts.length));
  const since = new Map<number, ReadonlyMap<string, Measure>>();
  return found.map((of) => {
    const decision = decisions.get(of.key) ?? null;
    const row = rowOf(of, decision, limits[of.current.name], rowsPerUser, pastParts);
    if (row.since === null || of.past === null || !row.shown) return row;
    if (!since.has(row.since)) since.set(row.since, byKey(measuresByBlock(rowsSince(current, row.since), context, spread).measures));
    return { ...row, lately: latelyOf(of.past, since.get(row.since)!.get(of.key) ?? null) };
  });
}

function rowOf(
  { key, current, past, parts, shown, excuse }: Found,
  decision: MeasureDecision | null,
  limit: MeasureLimit | undefined,
  rowsPerUser: number,
  pastParts: readonly ReadonlyMap<string, Measure>[],
): MeasureRow {
  const change = decision === null ? null : changeOf(decision.whole, rowsPerUser);
  const floor = floorVerdict(current, past?.value != null, limit);
  const verdicts = parts.map((_, i) => decision?.chunks[i] ?? null);
  const points = parts.map((m, chunk) => pointOf(m, chunk, verdicts[chunk] ?? null));
  const { verdict, since, ended } = measureVerdict({
    fails: decision?.fails ?? false,
    change,
    floor,
    points,
    direction: current.direction,
  });
  return {
    reference: past,
    current,
    shown,
    change,
    floor,
    verdict,
    p: decision?.p ?? null,
    adjustedP: decision?.adjustedP ?? null,
    since,
    lately: null,
    ended,
    excuse,
    chunks: points,
    referenceChunks: pastParts.map((part, chunk) => pointOf(part.get(key) ?? null, chunk, null)),
  };
}

/** Measures shown of a task; WAPE leads where per cent of single targets says nothing. */
function shownNames({ reference, current, context }: MeasuresInput, now: readonly Measure[]): readonly string[] {
  const names: readonly string[] = shownMeasures(context.task);
  if (!now.some(({ name }) => name === 'mape')) return names;
  const nearZero = percentageExcuse(reference, current, 0, false)?.code === 'targets_near_zero';
  return nearZero ? names.flatMap((name) => (name === 'mape' ? ['wape', 'mape'] : [name])) : names;
}

/** Rows of the measures that limits ask for, where current has no labels: none has a value, so that no limit is kept. */
export function limitsWithoutLabels(limits: MeasuresInput['limits'], context: MeasureContext, current: Predictions): MeasureRow[] {
  return notComputed(limits, [], context, current).map((m) => {
    const found = { key: keyOf(m), current: m, past: null, parts: [], shown: true, excuse: null };
    return rowOf(found, null, limits[m.name], 1, []);
  });
}

/** Measures that have a limit and were not computed, with the reason. */
function notComputed(limits: MeasuresInput['limits'], now: readonly Measure[], context: MeasureContext, current: Predictions): Measure[] {
  const names = Object.keys(limits).filter((name): name is MeasureName => isMeasureName(name) && resourceLimit(name) === null);
  return names
    .filter((name) => !now.some((m) => m.name === name))
    .map((name) => undefinedMeasure(catalogue[name], whyNot(name, now, context, current), 0));
}

function whyNot(name: MeasureName, now: readonly Measure[], { task }: MeasureContext, current: Predictions): UndefinedReason {
  if (!catalogue[name].tasks.includes(task)) return 'not_of_task';
  if (now.length === 0) return 'no_labels';
  return current.scores.length === 0 ? 'no_scores' : 'no_predictions';
}

function rose(past: Measure | null, current: Measure, limit: MeasureLimit | undefined): boolean {
  return past?.value != null && current.value !== null && current.value - past.value > allowedRise(past, limit);
}

function allowedRise(past: Measure | null, limit: MeasureLimit | undefined): number {
  const allowed = allowedOf(limit).allowed ?? catalogue.mape.allowedDrop;
  return allowed.kind === 'absolute' ? allowed.change : allowed.change * (past?.value ?? 0);
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

/** The interval of a drop, turned to that of current minus reference. */
function turned(
  up: boolean,
  interval: { readonly low: number; readonly high: number; readonly level: number } | null,
): MeasureChange['interval'] {
  return interval === null || up ? interval : { low: -interval.high, high: -interval.low, level: interval.level };
}

function changeOf({ outcome, difference, allowed, adjustedP, rowsNeeded }: DropVerdict, rowsPerUnit: number): MeasureChange | null {
  if (outcome === 'not_applicable' || difference === null) return null;
  return {
    difference: difference.difference,
    interval: turned(difference.drop === difference.difference, difference.interval),
    p: difference.pWorse,
    adjustedP,
    allowed: allowed ?? 0,
    verdict: outcome,
    rowsNeeded: rowsNeeded === null ? null : Math.ceil(rowsNeeded * rowsPerUnit),
  };
}

function latelyOf(reference: Measure, current: Measure | null): MeasureRow['lately'] {
  const found = current === null ? null : measureDifference(reference, current);
  if (current === null || found === null) return null;
  return { current, difference: found.difference, interval: turned(found.drop === found.difference, found.interval) };
}

function partsOf(p: Predictions, chunks: number): Predictions[] {
  return p.chunkOf === null ? [] : rowsOfChunks(p.chunkOf, chunks).map((rows) => takeRows(p, rows));
}

function rowsSince(p: Predictions, chunk: number): Predictions {
  const rows: number[] = [];
  for (let i = 0; i < p.rows; i++) if (p.chunkOf![i]! >= chunk) rows.push(i);
  return takeRows(p, Uint32Array.from(rows));
}

function pointOf(m: Measure | null, chunk: number, outcome: MeasureDecision['chunks'][number]): MeasurePoint {
  return {
    chunk,
    value: m?.value ?? null,
    low: m?.interval?.low ?? null,
    high: m?.interval?.high ?? null,
    n: m?.n ?? 0,
    reason: m === null ? 'no_rows' : m.reason,
    verdict: outcome === 'not_applicable' ? null : outcome,
  };
}

/** Rows with a relevance: measures of a ranking rest on users, the rows needed are told in rows of the file. */
function labelledRows({ target }: Predictions): number {
  let rows = 0;
  for (const value of target ?? []) if (!Number.isNaN(value)) rows++;
  return rows;
}
