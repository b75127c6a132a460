import type { Report } from '../../../src/core/report/report.ts';
import { columnsOf, driftOf } from '../../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';

/** What a series of reports found, false and true. */
export interface Found {
  readonly reports: number;
  /** Share of reports in which a column that did not move alerts. */
  readonly any: number;
  /** Share of columns that did not move and alert. */
  readonly columns: number;
  /** Columns to watch that did not move, a report. */
  readonly watches: number;
  /** Share of moved columns that alert; NaN when none moved. */
  readonly power: number;
  /** Mean share of false ones among the columns called (0 where none is called). */
  readonly falseShare: number;
}

/** Counts what reports say of columns of which is known whether they moved. */
export class Series {
  #reports = 0;
  #any = 0;
  #still = 0;
  #falseColumns = 0;
  #watches = 0;
  #moved = 0;
  #found = 0;
  #falseShares = 0;

  add(report: Report, moved: ReadonlySet<string>): void {
    const wrong = contradictions(report);
    if (wrong.length > 0) throw new Error(`a report contradicts itself: ${wrong.join('; ')}`);
    const judged = columnsOf(report).filter((column) => column.kind !== 'timestamp' && column.reason !== 'identifier');
    const alerts = judged.filter((column) => column.verdict === 'alert');
    const false_ = alerts.filter((column) => !moved.has(column.name)).length;
    this.#reports++;
    this.#any += false_ > 0 ? 1 : 0;
    this.#falseColumns += false_;
    this.#still += judged.length - moved.size;
    this.#watches += judged.filter((column) => column.verdict === 'watch' && !moved.has(column.name)).length;
    this.#moved += moved.size;
    this.#found += alerts.length - false_;
    this.#falseShares += alerts.length === 0 ? 0 : false_ / alerts.length;
  }

  found(): Found {
    return {
      reports: this.#reports,
      any: this.#any / this.#reports,
      columns: this.#falseColumns / this.#still,
      watches: this.#watches / this.#reports,
      power: this.#found / this.#moved,
      falseShare: this.#falseShares / this.#reports,
    };
  }
}

/** Where parts of a report say different things: counts, findings, and marks outside of the columns that carry them. */
export function contradictions(report: Report): string[] {
  const out: string[] = [];
  const alerts = columnsOf(report).filter((column) => column.verdict === 'alert');
  const drift = report.findings.filter(({ code }) => code.startsWith('drift/'));
  if (driftOf(report).summary.alert !== alerts.length)
    out.push(`summary counts ${driftOf(report).summary.alert}, columns ${alerts.length}`);
  if (drift.length !== alerts.length) out.push(`${drift.length} findings, ${alerts.length} columns`);
  for (const column of columnsOf(report)) out.push(...ofColumn(column));
  return out;
}

function ofColumn(column: ColumnReport): string[] {
  const out: string[] = [];
  const marks = [column.whole, ...column.chunks].filter(({ verdict }) => verdict === 'alert' || verdict === 'watch');
  const say = (what: string): void => void out.push(`${column.name}: ${what}`);
  if (marks.some(({ verdict }) => verdict === 'alert') && column.verdict !== 'alert') say('an alert mark in a column without alert');
  if (marks.length > 0 && column.verdict !== 'alert' && column.verdict !== 'watch') say('a mark in a column without verdict');
  if ((column.cause === 'whole' || column.cause === 'chunk') && marks.length === 0) say(`no mark carries its ${column.verdict}`);
  if (column.verdict === 'alert' && column.cause === null) say('an alert without cause');
  if (
    column.cause !== 'missing' &&
    column.cause !== 'block' &&
    column.verdict === 'alert' &&
    (column.effect ?? 0) < column.limit * (1 - 1e-9)
  )
    say('an alert below its limit');
  return out;
}
