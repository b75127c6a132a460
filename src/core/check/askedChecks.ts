import type { DriftbookCheck } from '../driftbook/checkShape.ts';
import { nearest } from '../spec/nearest.ts';
import { askedLimits } from './askedLimits.ts';
import type { AskedLimit, AskedResult } from './askedResult.ts';
import { heldAgainst, isBeyond } from './heldAgainst.ts';
import { judged } from './judged.ts';
import { measured } from './measured.ts';
import type { Measurement } from './measurement.ts';
import { sameSubject, subjectText } from './sameSubject.ts';
import type { SliceCondition, Subject } from './subject.ts';
import { ofColumn, ofDataset } from './subjects.ts';

/** What the checks of a cell are held against. */
export interface AskedFacts {
  /** Every number of the report. */
  readonly measurements: readonly Measurement[];
  /** What the runs before measured, oldest first. */
  readonly past: readonly (readonly Measurement[])[];
  /** The cell, as the ids of its checks name it. */
  readonly cell: string;
  /** Today (`2026-12-31`), for silence that ends. */
  readonly today: string;
}

/**
 * The checks of a cell of a driftbook, in its order: each looks at one measurement or at several (columns, slices, chunks) one by one. What is not in
 * the report does not apply, with the name that was likely meant; a value that is not there, and limits of kept runs before there are enough, cannot be
 * told. O(checks · measurements).
 */
export function askedChecks(checks: readonly DriftbookCheck[], facts: AskedFacts): AskedResult[] {
  return checks.flatMap((check, asked) => {
    const found = lookedAt(check, facts.measurements);
    if ('missing' in found) return found.missing.map((gap) => absent(check, asked, gap, facts));
    return found.of
      .map((measurement) => askedCheck(check, asked, measurement, facts))
      .concat(found.gaps.map((gap) => absent(check, asked, gap, facts)));
  });
}

interface Gap {
  readonly reason: 'no_measure' | 'no_column' | 'no_slice' | 'no_chunks' | 'no_part';
  readonly subject: Subject;
  readonly near: string | null;
}

type LookedAt = { readonly missing: readonly Gap[] } | { readonly of: readonly Measurement[]; readonly gaps: readonly Gap[] };

/** The measurements that a check looks at, and what it names that is not there. */
function lookedAt(check: DriftbookCheck, all: readonly Measurement[]): LookedAt {
  const { of, column } = figureOf(check.measure);
  const named = all.filter(({ measure }) => measure === of);
  const gap = (reason: Gap['reason'], subject: Subject, near: string | null = null): Gap => ({ reason, subject, near });
  if (check.by !== undefined) return { missing: [gap('no_part', ofColumn(check.by))] };
  if (named.length === 0) {
    const subject = column === null ? ofDataset() : ofColumn(column);
    return { missing: [gap('no_measure', subject, nearest(of, [...new Set(all.map(({ measure }) => measure))]))] };
  }
  const { found, gaps } = partsOf(check, column, named, all);
  const inChunks = chunksOf(found, check.chunks ?? 'whole');
  if (inChunks.length === 0 && found.length > 0) return { missing: [gap('no_chunks', found[0]!.subject), ...gaps] };
  return { of: inChunks, gaps };
}

function partsOf(
  check: DriftbookCheck,
  ofFigure: string | null,
  named: readonly Measurement[],
  all: readonly Measurement[],
): { readonly found: readonly Measurement[]; readonly gaps: readonly Gap[] } {
  const { slices } = check;
  const columns = ofFigure === null ? check.columns : [ofFigure];
  if (columns !== undefined) {
    const known = [...new Set(all.flatMap(({ subject: { column } }) => (column === null ? [] : [column])))];
    const each = columns.map((column) => ({ column, found: named.filter(({ subject }) => subject.column === column) }));
    return {
      found: each.flatMap(({ found }) => found),
      gaps: each.flatMap(({ column, found }): Gap[] => {
        if (found.length > 0) return [];
        const isKnown = known.includes(column);
        return [{ reason: isKnown ? 'no_measure' : 'no_column', subject: ofColumn(column), near: isKnown ? null : nearest(column, known) }];
      }),
    };
  }
  if (slices !== undefined) {
    const known = named.filter(({ subject }) => subject.kind === 'slice' && subject.slice.length === 1);
    const names = [...new Set(known.map(({ subject }) => subject.slice[0]!.column))];
    const each = slices.map((slice) => ({ slice, found: known.filter(({ subject }) => isSlice(subject.slice[0]!, slice)) }));
    return {
      found: each.flatMap(({ found }) => found),
      gaps: each.flatMap(({ slice, found }): Gap[] =>
        found.length > 0 ? [] : [{ reason: 'no_slice', subject: ofColumn(slice), near: nearest(slice.split('=', 1)[0]!, names) }],
      ),
    };
  }
  const whole = named.filter(({ subject: { kind } }) => kind !== 'slice');
  // All columns one by one: those that have no such number are not among what was asked.
  const ofColumns = whole.every(({ subject: { kind } }) => kind === 'column');
  return { found: ofColumns ? whole.filter(({ value }) => value !== null) : whole, gaps: [] };
}

/** `p95(latency_ms)`: the figure and the column it is of. */
function figureOf(measure: string): { readonly of: string; readonly column: string | null } {
  const at = measure.indexOf('(');
  return at > 0 && measure.endsWith(')') ? { of: measure.slice(0, at), column: measure.slice(at + 1, -1) } : { of: measure, column: null };
}

/** `country`: any group of that column; `country=NL`: that one. */
function isSlice({ column, group }: SliceCondition, asked: string): boolean {
  if (asked === column) return true;
  return asked.startsWith(`${column}=`) && group.kind === 'value' && group.value === asked.slice(column.length + 1);
}

function chunksOf(found: readonly Measurement[], chunks: 'whole' | 'each' | 'last'): Measurement[] {
  if (chunks === 'whole') return found.filter(({ subject: { chunk } }) => chunk === null);
  const parts = found.filter(({ subject: { chunk } }) => chunk !== null);
  const last = parts.reduce((most, { subject: { chunk } }) => Math.max(most, chunk!), -1);
  return chunks === 'each' ? parts : parts.filter(({ subject: { chunk } }) => chunk === last);
}

function askedCheck(check: DriftbookCheck, asked: number, measurement: Measurement, facts: AskedFacts): AskedResult {
  // Only limits of kept runs look at them.
  const isHistoric = check.to !== undefined && check.to !== 'reference';
  const past = !isHistoric ? [] : facts.past.flatMap((run) => run.filter((one) => isSame(one, measurement)).slice(0, 1));
  const found = askedLimits(check, measurement, past);
  const { verdict, broken } = ((): ReturnType<typeof heldAgainst> => {
    const { value, rows, reason } = measurement;
    if (check.min_rows !== undefined && rows !== null && rows < check.min_rows)
      return { verdict: judged('not_applicable', { reason: 'min_rows', rowsNeeded: check.min_rows }), broken: null };
    if (value === null) return { verdict: judged('cannot_tell', { reason: reason ?? 'no_value' }), broken: null };
    const held = heldAgainst(measurement, found.limits);
    // A limit that is there and broken tells, whatever another one waits for.
    return 'reason' in found && held.verdict.outcome !== 'fail'
      ? { verdict: judged('cannot_tell', { reason: found.reason }), broken: null }
      : held;
  })();
  const isUncertainFault = verdict.outcome === 'cannot_tell' && check.uncertain === 'fail';
  return {
    ...result(check, asked, measurement, facts),
    verdict: isUncertainFault ? { ...verdict, outcome: 'fail' } : verdict,
    since: verdict.outcome === 'fail' ? brokenSince(measurement, broken, facts.measurements) : null,
    limits: found.limits.map(withoutInterval),
    broken: broken === null ? null : withoutInterval(broken),
    history: 'reason' in found ? (found.runs ?? null) : null,
  };
}

/** What was named and is not there. */
function absent(check: DriftbookCheck, asked: number, { reason, subject, near }: Gap, facts: AskedFacts): AskedResult {
  const { of } = figureOf(check.measure);
  const nothing = measured(of, { subject, value: null, unit: 'number', direction: 'neither', reason });
  return { ...result(check, asked, nothing, facts), verdict: judged('not_applicable', { reason }), near };
}

function result(check: DriftbookCheck, asked: number, measurement: Measurement, { cell, today }: AskedFacts): AskedResult {
  const { measure, at, subject } = measurement;
  const { min, max, equals, max_drop: maxDrop, max_rise: maxRise, max_ratio: maxRatio, severity = 'warning', mute } = check;
  const given = Object.entries({ min, max, equals, maxDrop, maxRise, maxRatio }).filter(([, bound]) => bound !== undefined);
  const about = subjectText(subject);
  return {
    check: {
      id: `${cell}/${asked}/${check.measure}${at === null ? '' : `@${at}`}${about === '' ? '' : `:${about}`}`,
      measure,
      at,
      subject,
      bound: Object.fromEntries(given),
      severity,
      family: null,
    },
    measurement,
    verdict: judged('pass'),
    since: null,
    asked,
    limits: [],
    broken: null,
    muted: mute !== undefined && today < mute.until ? mute : null,
    near: null,
    history: null,
  };
}

/** The first of the chunks to the end that lie beyond the limit that the whole breaks; null: the last one does not. */
function brokenSince({ measure, at, subject }: Measurement, broken: AskedLimit | null, all: readonly Measurement[]): number | null {
  if (broken === null || subject.chunk !== null) return subject.chunk;
  const course = all
    .filter((one) => one.measure === measure && one.at === at && one.subject.chunk !== null && sameSubject(one.subject, subject))
    .sort((a, b) => b.subject.chunk! - a.subject.chunk!);
  let since: number | null = null;
  for (const { value, subject: of } of course) {
    if (value === null || !isBeyond(value, broken)) break;
    since = of.chunk;
  }
  return since;
}

function isSame(one: Measurement, { measure, at, subject }: Measurement): boolean {
  return one.measure === measure && one.at === at && one.subject.chunk === null && sameSubject(one.subject, subject);
}

function withoutInterval({ side, value, from, base }: AskedLimit): AskedLimit {
  return { side, value, from, base };
}
