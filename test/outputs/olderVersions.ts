import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { ReportVersion2, ReportVersion3 } from '../../src/core/report/migrate.ts';
import type { Report } from '../../src/core/report/report.ts';
import { driftOf, notesOf, resultOf } from '../../src/core/report/sectionOf.ts';

/** A report as version 3 would have kept it: its sections without checks. */
export function asVersion3(report: Report): ReportVersion3 {
  return { ...report, version: 3, sections: report.sections.map(({ checks: _, ...section }) => section) } as ReportVersion3;
}

/** A comparison as version 2 would have kept it: one object, without what that version did not look at. */
export function asVersion2(report: Report): ReportVersion2 {
  const { run, datasets, spec, time, findings } = report;
  const { columns, ...drift } = driftOf(report);
  return {
    schema: 'driftbook.report',
    version: 2,
    kind: resultOf(report, 'predictions') === null ? 'comparison' : 'evaluation',
    ...run,
    spec,
    ...datasets,
    time,
    notes: notesOf(report),
    findings,
    evaluation: evaluationOf(report),
    ...drift,
    columns: columns.map(({ like: _, unmatched: __, ...column }) => ({
      ...column,
      whole: bare(column.whole),
      chunks: column.chunks.map(bare),
    })),
  } as unknown as ReportVersion2;
}

function bare<T extends { readonly within: unknown }>({ within: _, ...decision }: T): Omit<T, 'within'> {
  return decision;
}

/** A report without what version 2 did not look at, for a comparison with one brought up from it. */
export function seenByVersion2(report: Report): unknown {
  const { columns, ...drift } = driftOf(report);
  const seen = columns.map((column) => ({
    ...column,
    like: null,
    unmatched: false,
    whole: { ...column.whole, within: null },
    chunks: column.chunks.map((cell) => ({ ...cell, within: null })),
  }));
  const { sections: _, ...rest } = report;
  return { ...rest, season: null, drift: { ...drift, columns: seen }, evaluation: evaluationOf(report), notes: notesOf(report) };
}
