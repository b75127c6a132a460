import type { ColumnMark, Decision, MissingChange } from '../../../src/core/check/verdict.ts';
import { withChecks } from '../../../src/core/check/withChecks.ts';
import { windowMeasures } from '../../../src/core/measures/drift/windowMeasures.ts';
import type { Note } from '../../../src/core/report/note.ts';
import type { Chunk, Report, TimeAxis } from '../../../src/core/report/report.ts';
import type { Categories, ChunkCell, ColumnReport, NumericSummary } from '../../../src/core/sections/drift/result.ts';
import { changedReport, type ReportChanges } from '../../harness/changedReport.ts';

/** Months from November 2018 on. */
export function months(n: number): TimeAxis {
  const chunks = Array.from({ length: n }, (_, i): Chunk => {
    const from = Date.UTC(2018, 10 + i, 1);
    return { name: new Date(from).toISOString().slice(0, 7), from, to: Date.UTC(2018, 11 + i, 1), rows: 1000 };
  });
  return { column: 'time', unit: 'month', chosen: 'auto', chunks, referenceChunks: [] };
}

/** Chunks of another unit: weeks, days or hours from Monday 3 June 2019 on, or rows. */
export function chunksOf(unit: 'hour' | 'day' | 'week' | 'rows', n: number): TimeAxis {
  const start = Date.UTC(2019, 5, 3);
  const step = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000, rows: 5000 }[unit];
  const chunks = Array.from({ length: n }, (_, i): Chunk => {
    const from = (unit === 'rows' ? 0 : start) + i * step;
    return { name: String(i), from, to: from + step, rows: 1000 };
  });
  return { column: unit === 'rows' ? null : 'time', unit, chosen: 'given', chunks, referenceChunks: [] };
}

/** A numeric summary with a median and an interquartile range. */
export function numbers(median: number, spread: number, mean = median): NumericSummary {
  const quantiles = [-3, -2, -1.5, -0.5, 0, 0.5, 1.5, 2, 3].map((z) => median + z * spread);
  return { n: 10_000, mean, sd: spread, min: quantiles[0]!, max: quantiles[8]!, quantiles };
}

export function missing(reference: number, current: number, verdict: MissingChange['verdict'] = 'ok', q: number | null = 1): MissingChange {
  const side = (share: number) => ({
    rows: 10_000,
    nulls: Math.round(share * 10_000),
    nans: 0,
    infinities: 0,
    unreadable: 0,
    share,
  });
  return { reference: side(reference), current: side(current), p: q, q, verdict, at: current, chunk: null, block: null };
}

/** Cells by a word a chunk: "." is fine, "A" an alert of 16 % of rows, "W" a watch, "-" not tested. */
export function cells(pattern: string, effect = 0.16): ChunkCell[] {
  return [...pattern].map((mark, chunk): ChunkCell => {
    const verdict: ColumnMark = mark === 'A' ? 'alert' : mark === 'W' ? 'watch' : mark === '-' ? 'not_tested' : 'ok';
    const tested = verdict !== 'not_tested';
    return {
      verdict,
      p: tested ? (verdict === 'ok' ? 0.4 : 0.001) : null,
      effect: tested ? (verdict === 'ok' ? 0.002 : effect) : null,
      test: tested ? 'anderson_darling' : null,
      statistic: null,
      tvd: null,
      within: null,
      designEffect: null,
      limit: 0.05,
      reason: tested ? null : 'too_few_rows',
      chunk,
      rows: 1000,
      missingShare: 0,
      quartiles: [20_000, verdict === 'ok' ? 22_300 : 27_900, 31_000],
      shares: null,
      missingVerdict: 'ok',
      missingP: 1,
      name: String(chunk),
      measures: windowMeasures(null),
      counts: [],
    };
  });
}

/** Categories with counts of both sides. */
export function categories(values: Readonly<Record<string, readonly [number, number]>>): Categories {
  const all = Object.entries(values).map(([value, [reference, current]]) => ({ value, reference, current }));
  const fresh = all.filter((one) => one.reference === 0);
  const vanished = all.filter((one) => one.current === 0);
  return {
    ordered: false,
    values: all,
    other: { categories: 0, reference: 0, current: 0 },
    distinctReference: all.length - fresh.length,
    distinctCurrent: all.length - vanished.length,
    fresh: { categories: fresh.length, rows: fresh.reduce((sum, one) => sum + one.current, 0), values: fresh },
    vanished: { categories: vanished.length, rows: vanished.reduce((sum, one) => sum + one.reference, 0), values: vanished },
  };
}

/** A window in which no move is seen. */
function window(changes: Partial<Decision>): Decision {
  return {
    verdict: 'ok',
    p: 0.4,
    effect: 0.001,
    test: 'anderson_darling',
    statistic: 1,
    tvd: 0.01,
    within: null,
    designEffect: null,
    limit: 0.05,
    reason: null,
    ...changes,
  };
}

/** A numeric column in which no move is seen, and one of 5 % would have been. Where a chunk carries its verdict, its effect is that of the furthest of them. */
export function column(name: string, changes: Partial<ColumnReport> = {}): ColumnReport {
  const { cause = null, chunks = [], verdict = 'ok' } = changes;
  const marked = cause === 'chunk' ? chunks.filter((cell) => cell.verdict === 'alert' || cell.verdict === 'watch') : [];
  const carries = cause === 'whole' && (verdict === 'alert' || verdict === 'watch');
  return {
    name,
    role: 'feature',
    evidence: [],
    roleGiven: false,
    kind: 'number',
    treatedAs: 'number',
    types: { reference: 'DOUBLE', current: 'DOUBLE' },
    verdict,
    cause,
    certain: false,
    since: null,
    p: 0.4,
    q: 0.7,
    effect: marked[0]?.effect ?? 0.001,
    effectChunk: marked[0]?.chunk ?? null,
    limit: 0.05,
    severity: null,
    reason: null,
    whole: window({
      verdict: carries ? verdict : 'ok',
      effect: carries || cause === null ? (changes.effect ?? 0.001) : 0.001,
      p: changes.p ?? 0.4,
    }),
    block: null,
    n: { reference: 10_000, current: 10_000 },
    missing: missing(0, 0),
    measures: null,
    numeric: { reference: numbers(22_300, 8000), current: numbers(22_300, 8000) },
    categories: null,
    histogram: null,
    ecdf: null,
    quantileShift: null,
    movement: { kind: 'none', category: null, from: null, to: null },
    like: null,
    unmatched: false,
    visible: 0.05,
    rowsNeeded: null,
    chunks: [],
    referenceChunks: [],
    error: null,
    ...changes,
  };
}

/** A column whose median rose, over its limit as a whole. */
export function moved(name: string, changes: Partial<ColumnReport> = {}): ColumnReport {
  return column(name, {
    verdict: 'alert',
    cause: 'whole',
    severity: 'moderate',
    p: 0.000_001,
    q: 0.000_02,
    effect: 0.183,
    numeric: { reference: numbers(22_300, 8000), current: numbers(27_900, 8000) },
    movement: { kind: 'higher', category: null, from: 22_300, to: 27_900 },
    ...changes,
  });
}

/** A column that was not tested. */
export function untested(name: string, reason: NonNullable<ColumnReport['reason']>, changes: Partial<ColumnReport> = {}): ColumnReport {
  return column(name, {
    verdict: reason === 'too_few_rows' ? 'cannot_tell' : 'not_tested',
    reason,
    p: null,
    q: null,
    effect: null,
    whole: window({ verdict: 'not_tested', p: null, effect: null, test: null, statistic: null, tvd: null, reason }),
    visible: null,
    numeric: null,
    ...changes,
  });
}

export function note(code: Note['code'], values: Note['values'] = {}, changes: Partial<Note> = {}): Note {
  return { code, level: 'watch', side: 'current', column: null, values, ...changes };
}

/** A report of columns; suspects in the order of their effect. */
export function report(columns: readonly ColumnReport[], changes: ReportChanges = {}): Report {
  const count = (verdict: ColumnMark) => columns.filter((one) => one.verdict === verdict).length;
  const side = (label: string, from: number, to: number): Report['datasets']['current'] => ({
    label,
    path: `data/${label}`,
    format: 'parquet',
    files: [{ path: `data/${label}`, bytes: 1_300_000 }],
    rows: 10_000,
    columns: columns.length,
    span: { from, to },
    duplicates: 0,
  });
  const made: Report = {
    schema: 'driftbook.report',
    version: 4,
    run: { createdAt: '2026-01-02T03:04:05.678Z', durationMs: 900, tool: { name: 'driftbook', version: '0.1.0' } },
    datasets: {
      reference: side('reference.parquet', Date.UTC(2018, 0, 2), Date.UTC(2018, 9, 30)),
      current: side('current.csv', Date.UTC(2018, 10, 1), Date.UTC(2019, 7, 30)),
    },
    sections: withChecks([
      { kind: 'quality', result: {}, notes: [], failed: null },
      {
        kind: 'drift',
        result: {
          rule: {
            profile: 'default',
            minRows: 30,
            q: 0.05,
            effect: 0.05,
            watchP: 0.05,
            maxDistinctAsCategory: 20,
            effectBins: 10,
            blockQ: 0.01,
            blockEffect: 0.5,
            slack: 0.02,
          },
          blocks: null,
          family: { columns: 9, drifted: 1, criticalP: 0.011, correlation: { plain: 0, season: 0 } },
          summary: {
            tested: columns.length - count('not_tested'),
            alert: count('alert'),
            watch: count('watch'),
            ok: count('ok'),
            cannotTell: count('cannot_tell'),
            notTested: count('not_tested'),
            score: 0.1,
            largestEffect: 0.2,
            since: null,
            suspects: columns
              .filter((one) => one.verdict === 'alert' || one.verdict === 'watch')
              .map((one) => ({ column: one.name, rank: (one.effect ?? 0) / one.limit + (one.verdict === 'alert' ? 100 : 0) }))
              .sort((a, b) => b.rank - a.rank),
          },
          columns,
        },
        notes: [],
        failed: null,
      },
    ]),
    spec: { reference: { path: 'data/reference.parquet' }, current: { path: 'data/current.csv' } },
    time: null,
    season: null,
    findings: [],
  };
  return changedReport(made, changes);
}
